// The parts that a night is made of, by the names of their loaders.

export const NIGHT_PARTS = ['sleep', 'recharge', 'skinTemperature', 'alertness', 'circadianBedtime'] as const;

export type NightPart = (typeof NIGHT_PARTS)[number];
