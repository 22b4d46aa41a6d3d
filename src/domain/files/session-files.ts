// Which files there are of a training session, and what they are called.
import type { RequestedFile } from '../context.ts';

/** The files of one session. */
export interface SessionFiles extends Pick<RequestedFile, 'source' | 'exerciseId' | 'name'> {
  /** The types that there are, or may be: only AccessLink knows. */
  readonly types: readonly RequestedFile['type'][];
}

interface Session {
  readonly polarExerciseId: string;
  readonly date: string | null;
  readonly sportCode: string | null;
  readonly hasRoute: boolean | null;
}

/** The files of a session that AccessLink still has: GPX unless there is no route. */
export function filesOfSession({ polarExerciseId, hasRoute, ...session }: Session): SessionFiles {
  return {
    source: 'session',
    exerciseId: polarExerciseId,
    name: fileNameOf(session),
    types: hasRoute === false ? ['fit', 'tcx'] : ['fit', 'tcx', 'gpx'],
  };
}

/** The files that were kept of a session that was collected. */
export function filesOfCollected(session: Session & Pick<SessionFiles, 'types'>): SessionFiles {
  const { polarExerciseId, types } = session;
  return { source: 'collected', exerciseId: polarExerciseId, name: fileNameOf(session), types };
}

/** `2026-11-22-trail-running`: small letters, digits and hyphens only. */
function fileNameOf({ date, sportCode }: Pick<Session, 'date' | 'sportCode'>): string {
  const words = `${date ?? ''} ${sportCode ?? ''}`.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.join('-').slice(0, 60) || 'exercise';
}
