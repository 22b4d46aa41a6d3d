// What an operation selects, as schema coordinates: read once from its document, before anything is resolved.
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
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

/** A selector that remembers its answers per parsed document, operation and the variables that directives look at. */
export function createSelector(schema: GraphQLSchema): Selector {
  const remembered = new WeakMap<DocumentNode, Map<string, ReadonlySet<string>>>();
  return (operation) => {
    const byKey = remembered.get(operation.document) ?? new Map<string, ReadonlySet<string>>();
    remembered.set(operation.document, byKey);
    const key = JSON.stringify([operation.operationName ?? null, booleansIn(operation.variables)]);
    const known = byKey.get(key) ?? select(schema, operation);
    byKey.set(key, known);
    return known;
  };
}

/** Directives only look at booleans, so these are all of the variables that can change the selection. */
function booleansIn(variables: Operation['variables']): [string, unknown][] {
  return Object.entries(variables).filter(([, value]) => typeof value === 'boolean');
}

function select(schema: GraphQLSchema, { document, operationName, variables }: Operation): ReadonlySet<string> {
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const operation = operations.find(({ name }) => !operationName || name?.value === operationName);
  const root = operation && schema.getRootType(operation.operation);
  const found = new Set<string>();
  if (!operation || !root) return found;
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const walk: Walk = {
    schema,
    fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
    variables: { ...defaultsOf(operation), ...variables },
    found,
    seen: new Set(),
  };
  walkSet(operation.selectionSet, root, walk);
  return found;
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

function walkField(node: FieldNode, type: GraphQLNamedType, walk: Walk): void {
  for (const owner of concreteTypes(type, walk.schema)) {
    walk.found.add(`${owner.name}.${node.name.value}`);
    const field = isObjectType(owner) || isInterfaceType(owner) ? owner.getFields()[node.name.value] : undefined;
    if (field && node.selectionSet) walkSet(node.selectionSet, getNamedType(field.type), walk);
  }
}

/** A field of an interface stands for the field of every type that implements it. */
function concreteTypes(type: GraphQLNamedType, schema: GraphQLSchema): readonly GraphQLNamedType[] {
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
}

function walkFragment(
  node: { readonly typeCondition?: { readonly name: { readonly value: string } } | undefined; readonly selectionSet: SelectionSetNode },
  type: GraphQLNamedType,
  walk: Walk,
): void {
  const condition = node.typeCondition ? walk.schema.getType(node.typeCondition.name.value) : type;
  if (condition && isCompositeType(condition)) walkSet(node.selectionSet, condition, walk);
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
