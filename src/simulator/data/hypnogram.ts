// The stages of a night: cycles of about 90 minutes, deep sleep early, REM late.
import type { Random } from '../random.ts';

/** 0 wake, 1 REM, 2 lighter non-REM, 3 light non-REM, 4 deep, 5 unknown. */
export type Stage = 0 | 1 | 2 | 3 | 4 | 5;

/** A part of a night in one stage. */
export interface SleepPhase {
  readonly stage: Stage;
  /** Seconds since the start of the night. */
  readonly at: number;
  readonly seconds: number;
}

interface NightShape {
  readonly seconds: number;
  /** Seconds past the full minute at which the night starts. */
  readonly firstMinute: number;
  readonly quality: number;
}

/**
 * Phases that cover the night without a gap. All but the first start on a full minute, so that their clock times give
 * their exact lengths. Consecutive ones can have the same stage, as in real recordings.
 */
export function stagesOf(random: Random, shape: NightShape): readonly SleepPhase[] {
  const phases: SleepPhase[] = [];
  let at = 0;
  for (const [stage, minutes] of cycles(random, shape)) {
    const end = at === 0 ? minutes * 60 - shape.firstMinute : at + minutes * 60;
    const seconds = Math.min(end, shape.seconds) - at;
    phases.push({ stage, at, seconds });
    at += seconds;
    if (at >= shape.seconds) break;
  }
  return phases;
}

/** Seconds in these stages. */
export function secondsIn(phases: readonly SleepPhase[], ...stages: readonly Stage[]): number {
  return phases.filter(({ stage }) => stages.includes(stage)).reduce((sum, { seconds }) => sum + seconds, 0);
}

/** Seconds not awake. */
export function sleptSeconds(phases: readonly SleepPhase[]): number {
  return secondsIn(phases, 1, 2, 3, 4, 5);
}

function* cycles(random: Random, shape: NightShape): Generator<readonly [Stage, number]> {
  const interruptions = 0.15 + 0.5 * (1 - shape.quality);
  for (let cycle = 0; ; cycle += 1) {
    yield [2, random.integer(4, 9)];
    yield [3, random.integer(16, 28)];
    yield [4, Math.max(2, Math.round(random.integer(26, 34) * shape.quality - cycle * 6))];
    if (random.chance(interruptions)) yield [0, random.integer(1, 2)];
    yield [3, random.integer(8, 16)];
    if (random.chance(0.25)) yield [3, random.integer(3, 8)];
    yield [1, Math.max(3, Math.round((7 + cycle * 7) * (0.5 + shape.quality / 2)))];
    if (random.chance(interruptions)) yield [0, random.integer(1, 7)];
    if (random.chance(0.04)) yield [5, random.integer(2, 6)];
  }
}
