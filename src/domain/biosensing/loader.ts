// Biosensing: five resources with the same limits, ranges of at most 28 days.
import {
  listBodyTemperatures,
  listEcgTestResults,
  listSkinContacts,
  listSkinTemperatures,
  listSpo2TestResults,
} from '../../accesslink/endpoints/biosensing.ts';
import type { RecordsRequest } from '../../accesslink/client.ts';
import { dayOfTest, dayOfText } from '../../accesslink/record-dates.ts';
import type { IsoDate } from '../../calendar.ts';
import type { RecordName, Records } from '../../generated/accesslink.ts';
import type { DatedResource } from '../../loading/plan/resource.ts';

export const bodyTemperatureResource = biosensing('body temperature', listBodyTemperatures, startDay);
export const skinTemperatureResource = biosensing('skin temperature', listSkinTemperatures, (record) =>
  dayOfText(record.sleep_date),
);
export const skinContactResource = biosensing('skin contact', listSkinContacts, startDay);
export const ecgResource = biosensing('ECG', listEcgTestResults, dayOfTest);
export const spo2Resource = biosensing('blood oxygen', listSpo2TestResults, dayOfTest);

function biosensing<R extends RecordName>(
  name: string,
  range: (from: IsoDate, to: IsoDate) => RecordsRequest<R>,
  dateOf: (record: Records[R]) => IsoDate | null,
): DatedResource<R> {
  return {
    name,
    limits: { maxAgeDays: null, aheadDays: 0, hasDate: false, maxRangeDays: 28, recentDays: null, maxPeriodDays: null },
    forms: { range },
    flags: {},
    dateOf,
    isNothing: () => false,
  };
}

/** Periods carry UTC times only, so they belong to the UTC day of their start. */
function startDay({ start_time: start }: { start_time: string | null }): IsoDate | null {
  return dayOfText(start);
}
