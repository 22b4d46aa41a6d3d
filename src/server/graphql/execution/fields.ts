// Executes the fields of an object: calls their resolvers, and completes what these return, without a promise where nothing
// is waited for. The steps, and what is awaited where, are those of graphql-js, and so is the order of the errors.
import type { GraphQLResolveInfo } from 'graphql';
import { isPure, isReading } from '../../../domain/convert/immutable.ts';
import { argumentsOf, emptyObject, noArguments } from './arguments.ts';
import { failedAt, ignoreFailures, isPromiseLike } from './errors.ts';
import { inspected } from './inspected.ts';
import { fieldOf, fieldPosition, infoOf } from './position.ts';
import type { AnyResolver, Completion, Execution, FieldPlan, Position, SelectionPlan } from './types.ts';

type Fields = Record<string, unknown>;
type Method = (args: Fields, context: unknown, info: GraphQLResolveInfo) => unknown;

/** The object with the selected fields of a source, or a promise of it. */
export function executeFields(plan: SelectionPlan, source: unknown, parent: Position): unknown {
  const results = emptyObject();
  const { fields } = plan;
  let hasPromise = false;
  try {
    for (let index = 0; index < fields.length; index += 1) {
      const field = fields[index] as FieldPlan;
      const result = executeAny(field, source, parent);
      results[field.responseName] = result;
      if (result instanceof Promise) hasPromise = true;
    }
  } catch (error) {
    if (hasPromise) ignoreFailures(Object.values(results));
    throw error;
  }
  return hasPromise ? resolvedObject(results) : results;
}

/** The same, each field after the one before has its value. */
export function executeFieldsSerially(plan: SelectionPlan, source: unknown, parent: Position): unknown {
  const { execution } = parent;
  const add = (results: Fields, field: FieldPlan): Fields | Promise<Fields> => {
    if (execution.isFinished) throw new Error('Aborted!');
    const result = executeAny(field, source, parent);
    if (!(result instanceof Promise)) return Object.assign(results, { [field.responseName]: result });
    return result.then((resolved: unknown) => Object.assign(results, { [field.responseName]: resolved }));
  };
  let results: Fields | Promise<Fields> = emptyObject();
  for (const field of plan.fields) {
    results = results instanceof Promise ? results.then((known) => add(known, field)) : add(results, field);
  }
  return results;
}

/** The value of one field, or a promise of it. */
export function executeAny(field: FieldPlan, source: unknown, parent: Position): unknown {
  return field.leaf ? executeLeaf(field, source, parent) : executeField(field, source, parent);
}

function executeField(field: FieldPlan, source: unknown, parent: Position): unknown {
  const position = fieldPosition(field, parent);
  try {
    const result = field.isComposite ? inSlice(field, source, position) : resolved(field, source, position);
    return completeResult(result, position, field);
  } catch (error) {
    return failedAt(position, error, field.isNonNull);
  }
}

function completeResult(result: unknown, position: Position, field: FieldPlan): unknown {
  if (isPromiseLike(result)) return completePromised(result, position, field);
  const completed = field.complete(result, position);
  if (!(completed instanceof Promise)) return completed;
  return completed.then(undefined, (error: unknown) => failedAt(position, error, field.isNonNull));
}

/** What the resolver returns, in the next time slice of the operation when the present one is over. */
function inSlice(field: FieldPlan, source: unknown, position: Position): unknown {
  const paused = position.execution.slices?.pause();
  return paused ? paused.then(() => resolved(field, source, position)) : resolved(field, source, position);
}

function resolved(field: FieldPlan, source: unknown, position: Position): unknown {
  const { execution } = position;
  const resolver = resolverOf(field, execution);
  const args = field.hasArguments ? argumentsOf(field, execution) : null;
  if (field.usesVariables) countImpure(execution);
  if (!resolver) return propertyOf(source, position, args);
  if (!isPure(resolver)) countImpure(execution, resolver);
  return resolver(source, args ?? noArguments(), execution.args.contextValue, infoOf(position));
}

/** As the default resolver of graphql-js: a function is called as a method of its object. */
function propertyOf(source: unknown, position: Position, args: Fields | null): unknown {
  const property = propertyIn(source, fieldOf(position));
  return typeof property === 'function' ? calledMethod(source as Fields, position, args) : property;
}

function propertyIn(source: unknown, { fieldName }: FieldPlan): unknown {
  if ((typeof source !== 'object' || source === null) && typeof source !== 'function') return undefined;
  return (source as Fields)[fieldName];
}

function calledMethod(source: Fields, position: Position, args: Fields | null): unknown {
  const { execution } = position;
  const { fieldName } = fieldOf(position);
  const info = infoOf(position);
  const methods = source as Record<string, Method>;
  const returned = methods[fieldName]?.(args ?? noArguments(), execution.args.contextValue, info);
  if (!isPure(methods[fieldName] ?? propertyOf)) countImpure(execution);
  return returned;
}

/** Counts a call of what depends on more than its parent and the viewer. */
export function countImpure(execution: Execution, resolver?: AnyResolver): void {
  execution.impureCalls += 1;
  if (!resolver || !isReading(resolver)) execution.momentaryCalls += 1;
}

/** The resolver of a field that has one of its own, without what makes it wait for its time slice: that is done here. */
function resolverOf(field: FieldPlan, { unwrap }: Execution): AnyResolver | undefined {
  const { resolve } = field.definition;
  if (resolve !== field.definedResolver) {
    field.definedResolver = resolve;
    field.resolver = resolve && unwrap(resolve);
  }
  return field.resolver;
}

/** A field of a scalar or an enum, which most are: without a position as long as nobody needs it. */
function executeLeaf(field: FieldPlan, source: unknown, parent: Position): unknown {
  if (field.isTypename) return field.parentType.name;
  if (field.hasArguments || field.definition.resolve) return executeField(field, source, parent);
  let position: Position | null = null;
  try {
    const property = propertyIn(source, field);
    if (property === null || property === undefined) {
      if (field.isNonNull) throw new Error(nullMessage(field));
      return null;
    }
    if (typeof property === 'string' || typeof property === 'number' || typeof property === 'boolean') {
      const completed = completeLeaf(field, property);
      if (!(completed instanceof Promise)) return completed;
    }
    position = fieldPosition(field, parent);
    const isMethod = typeof property === 'function';
    return completeResult(isMethod ? calledMethod(source as Fields, position, null) : property, position, field);
  } catch (error) {
    return failedAt(position ?? fieldPosition(field, parent), error, field.isNonNull);
  }
}

/** The value of a leaf in the result. Throws when its type has none for it. */
export function completeLeaf({ leaf }: Pick<Completion, 'leaf'>, value: unknown): unknown {
  const coerced: unknown = leaf?.coerceOutputValue(value);
  if (coerced !== null && coerced !== undefined) return coerced;
  throw new Error(
    `Expected \`${String(leaf)}.coerceOutputValue(${inspected(value)})\` to ` +
      `return non-nullable value, returned: ${inspected(coerced)}`,
  );
}

/** Why a field that may not be null has failed. */
export function nullMessage({ parentType, definition }: FieldPlan): string {
  return `Cannot return null for non-nullable field ${parentType.name}.${definition.name}.`;
}

/** Completes a value that is waited for. */
export async function completePromised(
  result: PromiseLike<unknown>,
  position: Position,
  { complete, isNonNull }: Pick<Completion, 'complete' | 'isNonNull'>,
): Promise<unknown> {
  try {
    const value = await result;
    if (position.execution.isFinished) throw new Error('Aborted!');
    let completed = complete(value, position);
    if (completed instanceof Promise) completed = await completed;
    return completed;
  } catch (error) {
    return failedAt(position, error, isNonNull);
  }
}

/** The object when all its values are there. */
export function resolvedObject(results: Fields): Promise<Fields> {
  const names = Object.keys(results);
  return Promise.all(Object.values(results)).then((values) => {
    const object = emptyObject();
    for (let index = 0; index < names.length; index += 1) object[names[index] as string] = values[index];
    return object;
  });
}
