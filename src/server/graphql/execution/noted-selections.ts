// What is selected of an object that is known by a key, together with the records in memory that it was made of: used again for
// as long as these are the same.
import { executeFields } from './fields.ts';
import type { ExecutionReads, Position, RememberedSelections, SelectionPlan } from './types.ts';

/** An object of which something is selected, and with what that is remembered. */
export interface NotedObject {
  readonly value: object;
  readonly key: string;
  readonly position: Position;
  readonly remembered: RememberedSelections;
  readonly reads: ExecutionReads;
}

/** The fields of a selection, or a promise of them: those of an earlier execution, where it found the same records. */
export function completeNoted(plan: SelectionPlan, object: NotedObject): unknown {
  const { key, position, remembered, reads } = object;
  const { execution } = position;
  const state = plan.firstResource === null ? undefined : reads.stateOf(plan.firstResource);
  const known = state && remembered.notedOf(plan, state)?.get(key);
  if (!known || known.viewer !== execution.viewer || !reads.repeat(known.noted)) return executeAndNote(plan, object);
  // It is no part of what is remembered of a model alone.
  execution.impureCalls += 1;
  execution.usesRemembered = true;
  return known.whole;
}

/** Executes all fields, and remembers them when they depend on nothing but the viewer and what they read of memory. */
function executeAndNote(plan: SelectionPlan, { value, key, position, remembered, reads }: NotedObject): unknown {
  const { execution } = position;
  const { momentaryCalls } = execution;
  const [failures, warned, length] = [execution.errors.list.length, reads.warned(), reads.length()];
  const completed = executeFields(plan, value, position);
  if (execution.momentaryCalls > momentaryCalls) plan.isMomentary = true;
  const isSame = failures === execution.errors.list.length && warned === reads.warned();
  if (plan.isMomentary || !isSame || completed instanceof Promise) return completed;
  const known = plan.firstResource === null ? undefined : reads.stateOf(plan.firstResource);
  const noted = reads.since(length, known && remembered.notedOf(plan, known)?.memory);
  if (!noted) return completed;
  plan.firstResource ??= noted.memory.resources[0] ?? null;
  const state = plan.firstResource === null ? undefined : reads.stateOf(plan.firstResource);
  const whole = completed as Readonly<Record<string, unknown>>;
  if (state) remembered.putNoted(plan, { state, key, selection: { viewer: execution.viewer, whole, noted } });
  execution.usesRemembered = true;
  return completed;
}
