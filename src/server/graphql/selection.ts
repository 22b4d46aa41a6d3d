// What an operation selects, as schema coordinates: read once from its document, before anything is resolved.
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLNamedType,
  type GraphQLSchema,
  type InlineFragmentNode,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';

/** An operation to execute: its document, which of its operations, and the variables (for `@skip` and `@include`). */
export interface Operation {
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Finds the coordinates (`Type.field`) that an operation selects. */
export type Selector = (operation: Operation) => ReadonlySet<string>;

interface Walk {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly found: Set<string>;
  /** Fragment and type pairs already walked: fragments may be spread exponentially often. */
  readonly seen: Set<string>;
}

/** What is remembered of an operation: the variables that its directives look at, and its selections by their values. */
interface Known {
  readonly conditions: readonly string[];
  readonly selections: Map<string, ReadonlySet<string>>;
}

/** Selections remembered per operation: enough for the few conditions of honest ones, no hoard for others. */
const MAX_SELECTIONS = 64;
const NOTHING: ReadonlySet<string> = new Set();

/** A selector that remembers its answers as long as the parsed document lives. */
export function createSelector(schema: GraphQLSchema): Selector {
  const knownOperations = new WeakMap<OperationDefinitionNode, Known>();
  return ({ document, operationName, variables }) => {
    const operation = operationIn(document, operationName);
    if (!operation) return NOTHING;
    const known = knownOperations.get(operation) ?? { conditions: conditionsIn(document), selections: new Map() };
    knownOperations.set(operation, known);
    const conditions = known.conditions.filter((name) => typeof variables[name] === 'boolean');
    const values = Object.fromEntries(conditions.map((name) => [name, variables[name]]));
    const key = JSON.stringify(values);
    const selected = known.selections.get(key) ?? select({ document, operation, variables: values }, schema);
    if (known.selections.size >= MAX_SELECTIONS) known.selections.clear();
    known.selections.set(key, selected);
    return selected;
  };
}

function operationIn(document: DocumentNode, name: string | null | undefined): OperationDefinitionNode | undefined {
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  return operations.find((operation) => !name || operation.name?.value === name);
}

function conditionsIn(document: DocumentNode): string[] {
  const names = new Set<string>();
  const note = (node: { readonly name: { readonly value: string } }) => void names.add(node.name.value);
  visit(document, { Directive: (directive) => void visit(directive, { Variable: note }) });
  return [...names];
}

function select(
  { document, operation, variables }: Operation & { readonly operation: OperationDefinitionNode },
  schema: GraphQLSchema,
): ReadonlySet<string> {
  const root = schema.getRootType(operation.operation);
  if (!root) return NOTHING;
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const walk: Walk = {
    schema,
    fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
    variables: { ...defaultsOf(operation), ...variables },
    found: new Set(),
    seen: new Set(),
  };
  walkSet(operation.selectionSet, root, walk);
  return walk.found;
}

function defaultsOf(operation: OperationDefinitionNode): Record<string, unknown> {
  const definitions = operation.variableDefinitions ?? [];
  return Object.fromEntries(
    definitions.flatMap(({ variable, defaultValue }) =>
      defaultValue?.kind === Kind.BOOLEAN ? [[variable.name.value, defaultValue.value]] : [],
    ),
  );
}

function walkSet(set: SelectionSetNode, type: GraphQLNamedType, walk: Walk): void {
  for (const node of set.selections) {
    if (!isIncluded(node, walk)) continue;
    if (node.kind === Kind.FIELD) walkField(node, type, walk);
    else if (node.kind === Kind.INLINE_FRAGMENT) walkFragment(node, type, walk);
    else walkSpread(node.name.value, type, walk);
  }
}

/** A field of an interface stands for the field of every type that implements it. */
function walkField(node: FieldNode, type: GraphQLNamedType, walk: Walk): void {
  const name = node.name.value;
  const owners = isAbstractType(type) ? walk.schema.getPossibleTypes(type) : [type];
  for (const owner of owners) walk.found.add(`${owner.name}.${name}`);
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
  if (field && node.selectionSet) walkSet(node.selectionSet, getNamedType(field.type), walk);
}

/** Inside a fragment on an interface, an object type stays what it is. */
function walkFragment(
  { typeCondition, selectionSet }: InlineFragmentNode | FragmentDefinitionNode,
  type: GraphQLNamedType,
  walk: Walk,
): void {
  const condition = typeCondition ? walk.schema.getType(typeCondition.name.value) : type;
  if (condition) walkSet(selectionSet, isAbstractType(condition) && isObjectType(type) ? type : condition, walk);
}

function walkSpread(name: string, type: GraphQLNamedType, walk: Walk): void {
  const key = `${name} ${type.name}`;
  const fragment = walk.fragments.get(name);
  if (!fragment || walk.seen.has(key)) return;
  walk.seen.add(key);
  walkFragment(fragment, type, walk);
}

function isIncluded(node: SelectionNode, { variables }: Walk): boolean {
  for (const { name, arguments: args } of node.directives ?? []) {
    if (name.value !== 'skip' && name.value !== 'include') continue;
    const condition = args?.find((arg) => arg.name.value === 'if')?.value;
    const value = condition?.kind === Kind.VARIABLE ? variables[condition.name.value] : undefined;
    const isTrue = condition?.kind === Kind.BOOLEAN ? condition.value : value === true;
    if (isTrue === (name.value === 'skip')) return false;
  }
  return true;
}
