// Enum values that alertness and circadian bedtime share.
import type { SleepWiseResultType, SleepWiseValidity } from '../../generated/graphql.ts';

export const VALIDITIES: readonly SleepWiseValidity[] = ['RESET', 'NOT_VALID', 'ESTIMATE', 'VALID'];
export const RESULT_TYPES: readonly SleepWiseResultType[] = ['PREDICTION', 'HISTORY'];
