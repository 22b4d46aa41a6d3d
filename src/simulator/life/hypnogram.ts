// The stages of a night: cycles of about 90 minutes, deep sleep early, REM late.
import type { Random } from '../random.ts';

/** 0 wake, 1 REM, 2 lighter non-REM, 3 light non-REM, 4 deep, 5 unknown. */
export type Stage = 0 | 1 | 2 | 3 | 4 | 5;

export interface Stretch {
  readonly stage: Stage;
  /** Seconds since the night began. */
  readonly at: number;
  readonly seconds: number;
}

interface Bed {
  readonly seconds: number;
  /** Seconds past the full minute at which the night begins. */
  readonly firstMinute: number;
  readonly quality: number;
}

/**
 * Stretches that fill the night without a hole. All but the first begin on a full minute, so that their
 * clock times tell their lengths exactly. Neighbours can have the same stage, as in real recordings.
 */
export function stagesOf(random: Random, bed: Bed): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  for (const [stage, minutes] of cycles(random, bed)) {
    const end = at === 0 ? minutes * 60 - bed.firstMinute : at + minutes * 60;
    const seconds = Math.min(end, bed.seconds) - at;
    stretches.push({ stage, at, seconds });
    at += seconds;
    if (at >= bed.seconds) break;
  }
  return stretches;
}

/** Seconds spent in one stage. */
export function secondsIn(stretches: readonly Stretch[], ...stages: readonly Stage[]): number {
  return stretches.filter(({ stage }) => stages.includes(stage)).reduce((sum, { seconds }) => sum + seconds, 0);
}

/** Seconds not awake. */
export function sleptSeconds(stretches: readonly Stretch[]): number {
  return secondsIn(stretches, 1, 2, 3, 4, 5);
}

function* cycles(random: Random, bed: Bed): Generator<readonly [Stage, number]> {
  const interruptions = 0.15 + 0.5 * (1 - bed.quality);
  for (let cycle = 0; ; cycle += 1) {
    yield [2, random.whole(4, 9)];
    yield [3, random.whole(16, 28)];
    yield [4, Math.max(2, Math.round(random.whole(26, 34) * bed.quality - cycle * 6))];
    if (random.isLucky(interruptions)) yield [0, random.whole(1, 2)];
    yield [3, random.whole(8, 16)];
    if (random.isLucky(0.25)) yield [3, random.whole(3, 8)];
    yield [1, Math.max(3, Math.round((7 + cycle * 7) * (0.5 + bed.quality / 2)))];
    if (random.isLucky(interruptions)) yield [0, random.whole(1, 7)];
    if (random.isLucky(0.04)) yield [5, random.whole(2, 6)];
  }
}
