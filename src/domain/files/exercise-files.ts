// The files of a training session, and their names.
import type { RequestedFile } from '../context.ts';
import { fileTypesFor } from '../../accesslink/endpoints/files.ts';

/** The files of one session. */
export interface ExerciseFilesParent extends Pick<RequestedFile, 'source' | 'exerciseId' | 'name'> {
  /** The types that exist, or may exist: AccessLink does not list them. */
  readonly types: readonly RequestedFile['type'][];
}

interface SessionFacts {
  readonly polarExerciseId: string;
  readonly date: string | null;
  readonly sportCode: string | null;
  readonly hasRoute: boolean | null;
}

/** The files of a session that AccessLink still has. */
export function filesOfSession({ polarExerciseId, hasRoute, ...session }: SessionFacts): ExerciseFilesParent {
  return {
    source: 'accesslink',
    exerciseId: polarExerciseId,
    name: fileNameOf(session),
    types: fileTypesFor(hasRoute),
  };
}

/** The files that were stored with an imported session. */
export function filesOfCollected(session: SessionFacts & Pick<ExerciseFilesParent, 'types'>): ExerciseFilesParent {
  const { polarExerciseId, types } = session;
  return { source: 'imported', exerciseId: polarExerciseId, name: fileNameOf(session), types };
}

/** `2026-11-22-trail-running`: small letters, digits and hyphens only. */
function fileNameOf({ date, sportCode }: Pick<SessionFacts, 'date' | 'sportCode'>): string {
  const words = `${date ?? ''} ${sportCode ?? ''}`.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.join('-').slice(0, 60) || 'exercise';
}
