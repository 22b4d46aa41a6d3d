// The object that is selected of a value. Of one that never changes, what depends on nothing else is executed once.
import { isImmutable } from '../../../domain/convert/immutable.ts';
import { emptyObject } from './arguments.ts';
import { ignoreFailures } from './errors.ts';
import { executeAny, executeFields, resolvedObject } from './fields.ts';
import { completeNoted } from './noted-selections.ts';
import type {
  Execution,
  FieldPlan,
  ObjectText,
  Position,
  RememberedSelection,
  RememberedSelections,
  SelectionPlan,
} from './types.ts';

/** In the place of the value of a field that is to be executed each time. */
const TO_EXECUTE = Symbol('to execute');

/** The fields of a selection, or a promise of them. */
export function completeSelection(plan: SelectionPlan, value: unknown, position: Position): unknown {
  const { remembered, viewer, reads, keyOf } = position.execution;
  if (!remembered || typeof value !== 'object' || value === null) return executeFields(plan, value, position);
  if (!isImmutable(value)) {
    const key = reads && !plan.isMomentary ? keyOf(plan.type.name, value) : undefined;
    const isNoted = reads && key !== undefined;
    return isNoted
      ? completeNoted(plan, { value, key, position, remembered, reads })
      : executeFields(plan, value, position);
  }
  if (plan.isImpure) return executeFields(plan, value, position);
  const known = remembered.get(plan, value);
  position.execution.usesRemembered = true;
  if (!known || known.viewer !== viewer) return executeAndRemember(plan, value, { position, remembered });
  return known.whole ?? executeRest(plan, value, { position, remembered, known });
}

interface Remembering {
  readonly position: Position;
  readonly remembered: RememberedSelections;
}

/** Executes all fields, and remembers those that need not be executed again. */
function executeAndRemember(plan: SelectionPlan, model: object, { position, remembered }: Remembering): unknown {
  const values: unknown[] = [];
  const completed = collected(plan, position, (field) => {
    const { execution } = position;
    const [calls, failures, warned] = countsOf(execution);
    const value = executeAny(field, model, position);
    const [callsNow, failuresNow, warnedNow] = countsOf(execution);
    const isSame = calls === callsNow && failures === failuresNow && warned === warnedNow;
    values.push(isSame && !(value instanceof Promise) ? value : TO_EXECUTE);
    return value;
  });
  const text = textFrom(plan, values);
  if (values.every((value) => value === TO_EXECUTE)) plan.isImpure = true;
  if (plan.isImpure || !text) return completed;
  const isWhole = !values.includes(TO_EXECUTE);
  const whole = isWhole ? (completed as RememberedSelection['whole']) : null;
  remembered.put(plan, model, { viewer: position.execution.viewer, whole, values: isWhole ? [] : values, text });
  if (!(completed instanceof Promise)) remembered.setText(completed as object, text);
  return completed;
}

/** What is counted of what cannot be remembered. */
function countsOf({ impureCalls, errors, reads }: Execution) {
  return [impureCalls, errors.list.length, reads?.warned() ?? 0] as const;
}

interface RememberedPart extends Remembering {
  readonly known: RememberedSelection;
}

/** Executes what is not remembered. */
function executeRest(plan: SelectionPlan, model: object, { position, remembered, known }: RememberedPart): unknown {
  const { values, text } = known;
  const completed = collected(plan, position, (field, index) => {
    const value = values[index];
    return value === TO_EXECUTE ? executeAny(field, model, position) : value;
  });
  position.execution.impureCalls += 1;
  if (!(completed instanceof Promise)) remembered.setText(completed as object, text);
  return completed;
}

/** The values of the fields as an object, or a promise of it: what `executeFields` does. */
function collected(
  { fields }: SelectionPlan,
  { execution }: Position,
  valueOf: (field: FieldPlan, index: number) => unknown,
): unknown {
  const results = emptyObject();
  let hasPromise = false;
  try {
    for (let index = 0; index < fields.length; index += 1) {
      const field = fields[index] as FieldPlan;
      const value = valueOf(field, index);
      results[field.responseName] = value;
      if (value instanceof Promise) hasPromise = true;
    }
  } catch (error) {
    if (hasPromise) ignoreFailures(Object.values(results));
    throw error;
  }
  // A promise is of no use to what is remembered above.
  if (hasPromise) execution.impureCalls += 1;
  return hasPromise ? resolvedObject(results) : results;
}

/** Null for what has no JSON. */
function textFrom({ fields }: SelectionPlan, values: readonly unknown[]): ObjectText | null {
  const parts: ObjectText[number][] = [];
  let text = '{';
  for (const [index, { responseName }] of fields.entries()) {
    text += `${index === 0 ? '' : ','}${JSON.stringify(responseName)}:`;
    if (values[index] === TO_EXECUTE) {
      parts.push({ text, valueOf: responseName });
      text = '';
    } else {
      const json = jsonOrNull(values[index]);
      if (json === null) return null;
      text += json;
    }
  }
  return [...parts, { text: `${text}}`, valueOf: null }];
}

function jsonOrNull(value: unknown): string | null {
  try {
    return JSON.stringify(value) ?? null;
  } catch {
    return null;
  }
}
