// Which of several records of a day is that of the main sleep.
import type { Alertness } from '../generated/accesslink.ts';

/** Whether an alertness period follows the main sleep of its day, and not a nap. */
export function isOfMainSleep(record: Alertness): boolean {
  return record.grade_type === 'GRADE_TYPE_PRIMARY';
}
