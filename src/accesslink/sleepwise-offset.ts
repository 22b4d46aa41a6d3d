// The UTC offset of a circadian bedtime: AccessLink sends 0, or none, for people who are elsewhere.
import type { Alertness, CircadianBedtime } from '../generated/accesslink.ts';
import { utcMillis } from './record-dates.ts';

/** The sleep of one night and the sleep that is preferred for it end less than this apart. */
const SAME_NIGHT_MS = 12 * 3_600_000;

/** Whether the offset of a bedtime may be a false one, or is unknown. */
export function isDoubtfulOffset({ sleep_timezone_offset_minutes: offset }: CircadianBedtime): boolean {
  return offset === 0 || offset === null;
}

/**
 * A bedtime with the offset of the alertness of the same night, which is the true one (seen at +330, where the bedtime
 * had 0). As it is when its own offset is not doubtful, or no alertness of the night is known.
 */
export function withOffsetOf(bedtime: CircadianBedtime, alertness: readonly Alertness[]): CircadianBedtime {
  const end = utcMillis(bedtime.preferred_sleep_period_end_time ?? bedtime.period_end_time);
  if (!isDoubtfulOffset(bedtime) || end === null) return bedtime;
  const known = alertness.flatMap((one) => {
    const ownEnd = utcMillis(one.sleep_period_end_time);
    const { sleep_timezone_offset_minutes: offset } = one;
    return ownEnd === null || offset === null ? [] : [{ offset, distance: Math.abs(ownEnd - end) }];
  });
  const [nearest] = known.toSorted((a, b) => a.distance - b.distance);
  if (!nearest || nearest.distance >= SAME_NIGHT_MS) return bedtime;
  return { ...bedtime, sleep_timezone_offset_minutes: nearest.offset };
}
