// Every condition of a description that is checked by itself.
import type { Condition } from './condition.ts';
import { conversionConditions } from './conversion-conditions.ts';
import { elsewhereConditions } from './elsewhere-conditions.ts';
import { listConditions } from './list-conditions.ts';
import { otherConditions } from './other-conditions.ts';
import { partnerConditions } from './partner-conditions.ts';
import { requestConditions } from './request-conditions.ts';
import { seriesConditions } from './series-conditions.ts';
import { storeConditions } from './store-conditions.ts';

export const conditions: readonly Condition[] = [
  ...conversionConditions,
  ...requestConditions,
  ...storeConditions,
  ...partnerConditions,
  ...listConditions,
  ...seriesConditions,
  ...otherConditions,
  ...elsewhereConditions,
];
