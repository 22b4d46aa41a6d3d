// What an operation may read of the days of its nights, by the names of the loaders.

export const DAY_PARTS = [
  'activity',
  'heartRate',
  'cardioLoad',
  'alertness',
  'circadianBedtime',
  'exercises',
  'bodyTemperature',
  'skinTemperature',
  'skinContacts',
  'ecgTests',
  'spo2Tests',
] as const;

export type DayPart = (typeof DAY_PARTS)[number];
