// Files of a training session: links only, which send nothing until they are opened.
import type { Resolvers } from '../../generated/resolvers.ts';
import type { Context, SignedLink, RequestedFile } from '../context.ts';
import { filesOfCollected, filesOfSession, type ExerciseFilesParent } from './exercise-files.ts';

export const fileResolvers: Resolvers = {
  CollectedExercise: { files: (exercise) => filesOfCollected(exercise) },
  Exercise: { files: (exercise) => filesOfSession(exercise) },
  ExerciseFiles: {
    fit: (files, _, context) => linkOf(files, 'fit', context),
    tcx: (files, _, context) => linkOf(files, 'tcx', context),
    gpx: (files, { includePauseTimes }, context) =>
      linkOf(files, includePauseTimes ? 'gpx-with-pauses' : 'gpx', context),
  },
};

function linkOf(
  { types, ...files }: ExerciseFilesParent,
  type: RequestedFile['type'],
  { linkTo }: Context,
): SignedLink | null {
  return types.includes(type) ? linkTo({ ...files, type }) : null;
}
