// The plans of operations, remembered with their parsed documents: one for each set of values of the variables that `@skip`
// and `@include` look at.
import {
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidatedExecutionArgs,
} from 'graphql';
import { planSelection } from './plan.ts';
import type { SelectionPlan } from './types.ts';

/** The plan of an operation at its root. */
export interface RootPlan extends SelectionPlan {
  /** How often it was looked up. */
  uses: number;
}

/** The plan for an operation with these variables; null for what only graphql-js executes. */
export type PlanOperation = (args: ValidatedExecutionArgs) => RootPlan | null;

/** What is known of an operation of a document: its plans by the values of its conditions. */
interface OperationPlans {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** The variables of directives; null when there is something that only graphql-js executes. */
  readonly conditions: readonly string[] | null;
  readonly byValues: Map<string, RootPlan>;
}

/** Sets of values remembered of an operation. */
const MAX_VALUES = 8;
/** Fields planned of all documents together; beyond, plans are made anew. One takes about half a kilobyte. */
const MAX_FIELDS = 30_000;

export function createOperationPlans(): PlanOperation {
  let plans = new WeakMap<DocumentNode, OperationPlans[]>();
  let fields = 0;
  const count = () => void (fields += 1);
  return (args) => {
    if (fields > MAX_FIELDS) [plans, fields] = [new WeakMap(), 0];
    const found = plansOf(args, plans);
    const values = valuesOf(found.conditions, args);
    if (values === null) return null;
    const key = [...values.values()].map(Number).join('');
    const known = found.byValues.get(key);
    if (known) return Object.assign(known, { uses: known.uses + 1 });
    const { schema, operation, fragments } = found;
    const type = schema.getRootType(operation.operation);
    if (!type) return null;
    const planning = { schema, fragments, conditions: values, count };
    const plan = { ...planSelection([operation.selectionSet], type, planning), uses: 1 };
    if (found.byValues.size >= MAX_VALUES) found.byValues.clear();
    found.byValues.set(key, plan);
    return plan;
  };
}

function plansOf(
  { schema, document, operation }: ValidatedExecutionArgs,
  plans: WeakMap<DocumentNode, OperationPlans[]>,
): OperationPlans {
  const known = plans.get(document) ?? [];
  const found = known.find((one) => one.operation === operation && one.schema === schema);
  if (found) return found;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const made = { schema, operation, fragments, conditions: conditionsOf(operation, fragments), byValues: new Map() };
  plans.set(document, [...known, made]);
  return made;
}

/** The values of conditions; null when there are none, or one is no Boolean, which graphql-js has an error for. */
function valuesOf(names: readonly string[] | null, { variableValues }: ValidatedExecutionArgs) {
  const values = new Map<string, boolean>();
  for (const name of names ?? []) {
    const value = variableValues.coerced[name];
    if (typeof value !== 'boolean') return null;
    values.set(name, value);
  }
  return names && values;
}

function conditionsOf(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): string[] | null {
  const names = new Set<string>();
  for (const { selectionSet, ...definition } of [operation, ...fragments.values()]) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION && definition.variableDefinitions?.length) return null;
    if (!addConditions(selectionSet, names)) return null;
  }
  return [...names].toSorted();
}

/** Adds the variables of conditions. Returns false when something cannot be planned. */
function addConditions({ selections }: SelectionSetNode, names: Set<string>): boolean {
  return selections.every((node) => {
    const directives = node.directives ?? [];
    if (new Set(directives.map(({ name }) => name.value)).size < directives.length) return false;
    if (!directives.every((directive) => addCondition(directive, names))) return false;
    if (node.kind === Kind.FRAGMENT_SPREAD) return !node.arguments?.length;
    return !node.selectionSet || addConditions(node.selectionSet, names);
  });
}

function addCondition({ name, arguments: args = [] }: DirectiveNode, names: Set<string>): boolean {
  if (name.value === 'defer' || name.value === 'stream') return false;
  if (name.value !== 'skip' && name.value !== 'include') return true;
  const [condition, ...others] = args;
  if (condition?.name.value !== 'if' || others.length > 0) return false;
  if (condition.value.kind === Kind.VARIABLE) names.add(condition.value.name.value);
  return condition.value.kind === Kind.VARIABLE || condition.value.kind === Kind.BOOLEAN;
}
