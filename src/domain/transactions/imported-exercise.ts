// A training session as it was imported, in the form of `GET /v3/exercises/{id}`.
import type * as Wire from '../../generated/accesslink.ts';
import type { ImportedItem } from '../../store/contract/imports.ts';
import type { DecodePart } from './imported-parts.ts';
import type { ImportedExerciseValue } from './imported-values.ts';

/** The id of the transaction, and the session as `GET /v3/exercises/{id}` would have answered it. */
export interface ImportedSession {
  readonly transactionId: string | null;
  readonly session: Wire.ExerciseHashId;
}

/** The session of an item; null when it has no summary. */
export function importedSessionFromWire({ value }: ImportedItem, decode: DecodePart): ImportedSession | null {
  const { summary, zones, samples } = value as Partial<ImportedExerciseValue>;
  const [wire] = decode('Exercise', summary);
  if (!wire) return null;
  const session = {
    ...sessionFromWire(wire),
    heart_rate_zones: decode('Zones', zones)[0]?.zone ?? null,
    samples: samples && samples.length > 0 ? decode('Sample', samples) : null,
  };
  return { transactionId: wire['transaction-id'], session };
}

/** Transactions spell with hyphens what `GET /v3/exercises/{id}` spells with underscores. */
function sessionFromWire(wire: Wire.Exercise): Omit<Wire.ExerciseHashId, 'heart_rate_zones' | 'samples'> {
  return {
    id: wire.id,
    upload_time: wire['upload-time'],
    polar_user: wire['polar-user'],
    device: wire.device,
    device_id: wire['device-id'],
    start_time: wire['start-time'],
    start_time_utc_offset: wire['start-time-utc-offset'],
    duration: wire.duration,
    calories: wire.calories,
    distance: wire.distance,
    heart_rate: wire['heart-rate'],
    training_load: wire['training-load'],
    sport: wire.sport,
    has_route: wire['has-route'],
    club_id: wire['club-id'],
    club_name: wire['club-name'],
    detailed_sport_info: wire['detailed-sport-info'],
    fat_percentage: wire['fat-percentage'],
    carbohydrate_percentage: wire['carbohydrate-percentage'],
    protein_percentage: wire['protein-percentage'],
    'running-index': wire['running-index'],
    route: null,
    training_load_pro: wire['training-load-pro'],
  };
}
