// The arguments of fields: coerced once where they are constant, and once an execution where they depend on variables.
import { getArgumentValues, Kind, type ValueNode } from 'graphql';
import type { ArgumentTemplate, Execution, FieldPlan } from './types.ts';

type Arguments = Record<string, unknown>;

/**
 * An object without a prototype, as graphql-js makes them. One that never had a prototype would be a hash table for V8, which
 * takes longer to fill and to print.
 */
export function emptyObject(): Record<string, unknown> {
  return Object.setPrototypeOf({}, null) as Record<string, unknown>;
}

/** The arguments of a field that has none, a new object for each call, as resolvers may change it. */
export function noArguments(): Arguments {
  return { __proto__: null } as unknown as Arguments;
}

/** Whether a variable stands anywhere in the value of an argument. */
export function hasVariable(node: ValueNode): boolean {
  if (node.kind === Kind.VARIABLE) return true;
  if (node.kind === Kind.LIST) return node.values.some(hasVariable);
  return node.kind === Kind.OBJECT && node.fields.some(({ value }) => hasVariable(value));
}

/** The arguments of a field. Throws as graphql-js does where they are wrong. */
export function argumentsOf(field: FieldPlan, execution: Execution): Arguments {
  if (!field.hasArguments) return noArguments();
  const known = field.constantArguments ?? execution.templates.get(field);
  if (known) return argumentsFrom(known);
  const { variableValues, hideSuggestions } = execution.args;
  const [node] = field.nodes;
  if (!node) return noArguments();
  const coerced = getArgumentValues(field.definition, node, variableValues, undefined, hideSuggestions);
  const template = templateOf(field, coerced);
  if (template && field.usesVariables) execution.templates.set(field, template);
  else if (template) field.constantArguments = template;
  return coerced;
}

/** Null when an argument has a value that cannot be copied. Values of variables and defaults are never copied by graphql-js. */
function templateOf({ nodes, definition }: FieldPlan, coerced: Arguments): ArgumentTemplate | null {
  const literals = new Set<string>();
  for (const { name, value } of nodes[0]?.arguments ?? []) if (value.kind !== Kind.VARIABLE) literals.add(name.value);
  const template: [string, unknown, boolean][] = [];
  for (const { name } of definition.args) {
    if (!Object.hasOwn(coerced, name)) continue;
    const value = coerced[name];
    const isCopied = literals.has(name) && typeof value === 'object' && value !== null;
    if (literals.has(name) && !canCopy(value)) return null;
    template.push([name, isCopied ? copyOf(value) : value, isCopied]);
  }
  return template;
}

function argumentsFrom(template: ArgumentTemplate): Arguments {
  const values = emptyObject();
  for (const [name, value, isCopied] of template) values[name] = isCopied ? copyOf(value) : value;
  return values;
}

/** Texts, numbers, lists and input objects: everything but what scalars make. */
function canCopy(value: unknown): boolean {
  if (typeof value === 'function') return false;
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return Object.getPrototypeOf(value) === Array.prototype && value.every(canCopy);
  return Object.getPrototypeOf(value) === null && Object.values(value).every(canCopy);
}

function copyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOf);
  const copy = emptyObject();
  for (const [name, part] of Object.entries(value)) copy[name] = copyOf(part);
  return copy;
}
