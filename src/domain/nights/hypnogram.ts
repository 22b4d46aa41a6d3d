// The stages of a sleep: each lasts until the next, the last until waking up, and none lies outside the sleep.
import type * as Graph from '../../generated/graphql.ts';
import { durationOfSeconds } from '../../duration.ts';
import type { TimedValues } from './clock-map.ts';
import { firstMinute, type SleepSpan } from './sleep-span.ts';

/** A stage without the texts of its time: when it begins, in milliseconds. */
export type TimedStage = Omit<Graph.HypnogramStage, 'time' | 'timeLocal'> & { readonly x: number };

const STAGES: readonly Graph.SleepStage[] = ['WAKE', 'REM', 'LIGHTER_NON_REM', 'LIGHT_NON_REM', 'DEEP_NON_REM'];

/**
 * The stages in order. One that began before the sleep begins with it; one that would begin at waking up or later is left
 * out. Without a span, the duration of the last is unknown.
 */
export function stagesOf({ x, values }: TimedValues, span: SleepSpan | null): TimedStage[] {
  const earliest = span ? firstMinute(span) : Number.NEGATIVE_INFINITY;
  const end = span?.endMs ?? null;
  return x.flatMap((begin, index) => {
    const from = begin >= earliest ? begin : (span?.startMs ?? begin);
    const next = x[index + 1] ?? end;
    const until = next === null || end === null ? next : Math.min(next, end);
    return until !== null && until <= from ? [] : [stageFrom(values[index] ?? null, from, until)];
  });
}

function stageFrom(stageNumber: number | null, x: number, until: number | null): TimedStage {
  const durationSeconds = until === null ? null : (until - x) / 1000;
  return {
    x,
    stage: STAGES[stageNumber ?? -1] ?? 'UNKNOWN',
    stageNumber,
    duration: durationOfSeconds(durationSeconds),
    durationSeconds,
  };
}
