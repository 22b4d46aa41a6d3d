// Keys of single measurements: a night has one skin temperature, a day may have any number of the others.
import type { IsoDate } from '../../calendar.ts';
import { keyOfSeveral } from '../graph/node-keys.ts';
import type { BodyTemperatureModel } from './body-temperature.ts';
import type { EcgTestModel } from './ecg-test.ts';
import type { SkinContactModel } from './skin-contact.ts';
import type { Spo2TestModel } from './spo2-test.ts';

/** A period has its times in UTC alone, and lies on another day in another zone: it is found by the instant of its start. */
export function keyOfPeriod(
  { startTime, endTime, deviceId, ...period }: SkinContactModel | BodyTemperatureModel,
  day: IsoDate | null,
): string {
  const kind = 'sensorLocation' in period ? [period.measurementType, period.sensorLocation] : [];
  return startTime === null
    ? keyOfSeveral(day, [endTime, deviceId, ...kind])
    : keyOfSeveral(startTime, [deviceId, ...kind]);
}

/** A test lies on the day of its own offset, or at an instant where it has none. */
export function keyOfTest(
  { testTime, utcOffsetMinutes, deviceId }: EcgTestModel | Spo2TestModel,
  day: IsoDate | null,
): string {
  if (testTime === null) return keyOfSeveral(day, [deviceId]);
  return keyOfSeveral(utcOffsetMinutes === null ? testTime : testTime.slice(0, 10), [Date.parse(testTime), deviceId]);
}
