// The schema coordinates (`Type.field`) that an operation selects, fragments unfolded and `@skip` and `@include` obeyed.
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
} from 'graphql';

/** An operation of a document, with the values of the variables that its directives look at. */
export interface SelectingOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A walk through an operation's selection. */
interface Walk {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly coordinates: Set<string>;
  /** Fragment and type pairs already walked: fragments may be spread exponentially often. */
  readonly walked: Set<string>;
}

/** All coordinates that an operation selects. A field of an interface stands for that of every type that implements it. */
export function selectedCoordinates(
  { document, operation, variables }: SelectingOperation,
  schema: GraphQLSchema,
): ReadonlySet<string> {
  const root = schema.getRootType(operation.operation);
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const walk: Walk = {
    schema,
    fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
    variables: { ...defaultsOf(operation), ...variables },
    coordinates: new Set(),
    walked: new Set(),
  };
  if (root) walkSet(operation.selectionSet, root, walk);
  return walk.coordinates;
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
  const name = node.name.value;
  const owners = isAbstractType(type) ? walk.schema.getPossibleTypes(type) : [type];
  for (const owner of owners) walk.coordinates.add(`${owner.name}.${name}`);
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
  const pair = `${name} ${type.name}`;
  const fragment = walk.fragments.get(name);
  if (!fragment || walk.walked.has(pair)) return;
  walk.walked.add(pair);
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
