// Biosensing: five resources with the same limits, ranges of at most 28 days.
import {
  listBodyTemperatures,
  listEcgTestResults,
  listSkinContacts,
  listSkinTemperatures,
  listSpo2TestResults,
} from '../../accesslink/endpoints/biosensing.ts';
import { dayOfPeriod, dayOfSkinTemperature, dayOfTest, startOfPeriod } from '../../accesslink/record-dates.ts';
import { offsetOfTest } from '../../accesslink/record-offsets.ts';
import type { DatedResource } from '../../loading/plan/resource.ts';
import { RANGE_WINDOW } from '../../loading/plan/windows.ts';

const shared = {
  kind: 'dated',
  limits: { maxAgeDays: null, aheadDays: 0, hasDate: false, maxRangeDays: 28, recentDays: null, maxPeriodDays: null },
  documented: RANGE_WINDOW,
  flags: [],
  isNothing: () => false,
} as const;

export const bodyTemperatureResource: DatedResource<'BodyTemperaturePeriod', never> = {
  ...shared,
  name: 'body temperature',
  forms: { range: listBodyTemperatures },
  dateOf: dayOfPeriod,
  startOf: startOfPeriod,
  refreshedBy: [],
  invalidatedBy: ['SLEEP'],
};

export const skinTemperatureResource: DatedResource<'SkinTemperature', never> = {
  ...shared,
  name: 'skin temperature',
  forms: { range: listSkinTemperatures },
  dateOf: dayOfSkinTemperature,
  refreshedBy: ['SLEEP'],
  invalidatedBy: [],
};

export const skinContactResource: DatedResource<'SkinContactPeriod', never> = {
  ...shared,
  name: 'skin contact',
  forms: { range: listSkinContacts },
  dateOf: dayOfPeriod,
  startOf: startOfPeriod,
  refreshedBy: [],
  invalidatedBy: ['ACTIVITY_SUMMARY'],
};

export const ecgResource: DatedResource<'EcgTestResult', never> = {
  ...shared,
  name: 'ECG',
  forms: { range: listEcgTestResults },
  dateOf: dayOfTest,
  offsetOf: offsetOfTest,
  refreshedBy: [],
  invalidatedBy: ['ACTIVITY_SUMMARY'],
};

export const spo2Resource: DatedResource<'Spo2TestResult', never> = {
  ...shared,
  name: 'blood oxygen',
  forms: { range: listSpo2TestResults },
  dateOf: dayOfTest,
  offsetOf: offsetOfTest,
  refreshedBy: [],
  invalidatedBy: ['ACTIVITY_SUMMARY'],
};
