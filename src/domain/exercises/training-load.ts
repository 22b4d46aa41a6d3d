// The training load of a session.
import type * as Wire from '../../generated/accesslink.ts';
import type * as Graph from '../../generated/graphql.ts';
import { enumFromWire } from '../convert/enums.ts';
import { dateFromWire } from '../convert/times.ts';
import type { Keyed } from '../graph/node-keys.ts';

/** Without its global id, which depends on the viewer. */
export type TrainingLoadModel = Omit<Graph.TrainingLoad, 'id'>;

/** With its key: the parent of resolvers. */
export type TrainingLoadParent = Keyed<TrainingLoadModel>;

const LEVELS: readonly Graph.LoadLevel[] = ['VERY_LOW', 'LOW', 'MEDIUM', 'HIGH', 'VERY_HIGH', 'NOT_AVAILABLE'];
const EXERTIONS: readonly Graph.PerceivedExertion[] = [
  'NONE',
  'EASY',
  'LIGHT',
  'FAIRLY_BRISK',
  'BRISK',
  'MODERATE',
  'FAIRLY_HARD',
  'HARD',
  'EXHAUSTING',
  'EXTREME',
];

/** The loads of a session; null when nothing of them was sent. Live servers leave out their date, which is that of the start. */
export function trainingLoadFromWire(wire: Wire.ExerciseHashId): TrainingLoadModel | null {
  const { training_load: load, training_load_pro: pro } = wire;
  const measured = {
    load,
    cardioLoad: pro?.['cardio-load'] ?? null,
    cardioLoadLevel: levelFromWire(pro?.['cardio-load-interpretation']),
    muscleLoad: pro?.['muscle-load'] ?? null,
    muscleLoadLevel: levelFromWire(pro?.['muscle-load-interpretation']),
    perceivedLoad: pro?.['perceived-load'] ?? null,
    perceivedLoadLevel: levelFromWire(pro?.['perceived-load-interpretation']),
    perceivedExertion: enumFromWire(pro?.['user-rpe'] ?? null, 'RPE_', EXERTIONS),
  };
  if (Object.values(measured).every((value) => value === null)) return null;
  return { ...measured, date: dateFromWire(pro?.date ?? wire.start_time?.slice(0, 10) ?? null) };
}

function levelFromWire(value: string | null | undefined): Graph.LoadLevel | null {
  return enumFromWire(value ?? null, '', LEVELS);
}
