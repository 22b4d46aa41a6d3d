// The instants of the "HH:MM" keys of a sleep. The keys have no date, and their order may be lost on the way: start and end
// of the sleep show on which side of midnight each of them is.
import { firstMinute, offsetAt, type SleepSpan } from './sleep-span.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** How long before a sleep without an end, and after one without a start, a key may lie. */
const MARGIN_MS = 2 * HOUR_MS;

/**
 * The instant of each clock time in milliseconds since midnight: within the sleep, or else as near to it as can be. A time
 * that clocks showed twice is the first that comes after the key before it. A time that they skipped is read by the old
 * offset.
 */
export function instantsOfSleep(clocks: readonly number[], span: SleepSpan): number[] {
  const instants: number[] = [];
  for (const clock of clocks) {
    const previous = instants.at(-1) ?? Number.NEGATIVE_INFINITY;
    const possible = likeliest(instantsShowing(clock, span), span);
    instants.push(possible.find((instant) => instant > previous) ?? possible[0] ?? Number.NaN);
  }
  return instants;
}

/** The instants within the sleep, or all when none is. */
function likeliest(instants: readonly number[], span: SleepSpan): readonly number[] {
  const [from, to] = [firstMinute(span), span.endMs ?? Number.POSITIVE_INFINITY];
  const within = instants.filter((instant) => instant >= from && instant <= to);
  return within.length > 0 ? within : instants;
}

/** The instants of the day around the sleep at which its clock shows this, in order: one, or two where clocks were put back. */
function instantsShowing(clock: number, span: SleepSpan): readonly number[] {
  const from = dayAround(span);
  const { before, after } = span.change;
  const [old, changed] = [nextShowing(from, clock, before), nextShowing(from, clock, after)];
  const shown = [...new Set([old, changed])].filter((instant, index) => {
    return offsetAt(span, instant) === (index === 0 ? before : after);
  });
  return shown.length > 0 ? shown.toSorted((a, b) => a - b) : [old];
}

/** The begin of the day whose middle is the middle of the sleep. */
function dayAround({ startMs, endMs }: SleepSpan): number {
  if (startMs === null) return (endMs ?? 0) + MARGIN_MS - DAY_MS;
  return endMs === null ? startMs - MARGIN_MS : (startMs + endMs - DAY_MS) / 2;
}

/** The first instant from another on at which a clock with a constant offset from UTC shows this. */
function nextShowing(epochMs: number, clock: number, offset: number): number {
  const shown = clock - offset * 60_000;
  return Math.ceil((epochMs - shown) / DAY_MS) * DAY_MS + shown;
}
