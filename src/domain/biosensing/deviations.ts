// How ECG and blood oxygen tests rate a result against the person's own baseline.
import type { BaselineDeviation } from '../../generated/graphql.ts';

export const DEVIATIONS: readonly BaselineDeviation[] = ['NO_BASELINE', 'BELOW_USUAL', 'USUAL', 'ABOVE_USUAL'];
