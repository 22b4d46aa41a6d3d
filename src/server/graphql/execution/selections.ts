// The object that is selected of a value: a remembered one where the value never changes, and what is selected of it neither.
import { isImmutable } from '../../../domain/convert/immutable.ts';
import { executeFields } from './fields.ts';
import type { Position, SelectionPlan } from './types.ts';

/** The fields of a selection, or a promise of them. */
export function completeSelection(plan: SelectionPlan, value: unknown, position: Position): unknown {
  const { remembered } = position.execution;
  if (!remembered || plan.isImpure || typeof value !== 'object' || value === null || !isImmutable(value)) {
    return executeFields(plan, value, position);
  }
  const { execution } = position;
  const known = remembered.get(plan, value);
  if (known && known.viewer === execution.viewer) {
    execution.hasRemembered = true;
    return known.value;
  }
  const [impureCalls, errors] = [execution.impureCalls, execution.errors.list.length];
  const completed = executeFields(plan, value, position);
  if (execution.impureCalls !== impureCalls || completed instanceof Promise) plan.isImpure = true;
  else if (execution.errors.list.length === errors) {
    remembered.put(plan, value, { value: completed, viewer: execution.viewer });
    execution.hasRemembered = true;
  }
  return completed;
}
