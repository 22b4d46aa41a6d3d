// How sleep charge and ANS charge rate a result against the usual, 1 to 5.
import type { UsualLevel } from '../../generated/graphql.ts';

export const USUAL_LEVELS: readonly UsualLevel[] = [
  'MUCH_BELOW_USUAL',
  'BELOW_USUAL',
  'USUAL',
  'ABOVE_USUAL',
  'MUCH_ABOVE_USUAL',
];
