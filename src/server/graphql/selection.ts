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

/** A traversal of an operation's selection. */
interface Traversal {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly coordinates: Set<string>;
  /** Fields with this coordinate are added to `roots`. */
  readonly rootsAt: string | null;
  readonly roots: FieldNode[];
  /** Fragment and type pairs already visited: fragments may be spread exponentially often. */
  readonly visited: Set<string>;
}

/** What an operation selects. */
export interface Selected {
  /** All coordinates. A field of an interface stands for that of every type that implements it. */
  readonly all: ReadonlySet<string>;
  /** The coordinates below `Night.day`. */
  readonly belowNightDay: ReadonlySet<string>;
}

const NIGHT_DAY = 'Night.day';

/** What an operation selects. */
export function selectedCoordinates(selecting: SelectingOperation, schema: GraphQLSchema): Selected {
  const { document, operation, variables } = selecting;
  const root = schema.getRootType(operation.operation);
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const traversalFor = (rootsAt: string | null): Traversal => ({
    schema,
    fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
    variables: { ...defaultsOf(operation), ...variables },
    coordinates: new Set(),
    rootsAt,
    roots: [],
    visited: new Set(),
  });
  const whole = traversalFor(NIGHT_DAY);
  if (root) traverseSet(operation.selectionSet, root, whole);
  const below = traversalFor(null);
  const day = schema.getType('Day');
  for (const { selectionSet } of whole.roots) if (day && selectionSet) traverseSet(selectionSet, day, below);
  return { all: whole.coordinates, belowNightDay: below.coordinates };
}

function defaultsOf(operation: OperationDefinitionNode): Record<string, unknown> {
  const definitions = operation.variableDefinitions ?? [];
  return Object.fromEntries(
    definitions.flatMap(({ variable, defaultValue }) =>
      defaultValue?.kind === Kind.BOOLEAN ? [[variable.name.value, defaultValue.value]] : [],
    ),
  );
}

function traverseSet(set: SelectionSetNode, type: GraphQLNamedType, traversal: Traversal): void {
  for (const node of set.selections) {
    if (!isIncluded(node, traversal)) continue;
    if (node.kind === Kind.FIELD) traverseField(node, type, traversal);
    else if (node.kind === Kind.INLINE_FRAGMENT) traverseFragment(node, type, traversal);
    else traverseSpread(node.name.value, type, traversal);
  }
}

function traverseField(node: FieldNode, type: GraphQLNamedType, traversal: Traversal): void {
  const name = node.name.value;
  const owners = isAbstractType(type) ? traversal.schema.getPossibleTypes(type) : [type];
  for (const owner of owners) {
    const coordinate = `${owner.name}.${name}`;
    traversal.coordinates.add(coordinate);
    if (coordinate === traversal.rootsAt) traversal.roots.push(node);
  }
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
  if (field && node.selectionSet) traverseSet(node.selectionSet, getNamedType(field.type), traversal);
}

/** Inside a fragment on an interface, an object type stays what it is. */
function traverseFragment(
  { typeCondition, selectionSet }: InlineFragmentNode | FragmentDefinitionNode,
  type: GraphQLNamedType,
  traversal: Traversal,
): void {
  const condition = typeCondition ? traversal.schema.getType(typeCondition.name.value) : type;
  if (condition)
    traverseSet(selectionSet, isAbstractType(condition) && isObjectType(type) ? type : condition, traversal);
}

function traverseSpread(name: string, type: GraphQLNamedType, traversal: Traversal): void {
  const pair = `${name} ${type.name}`;
  const fragment = traversal.fragments.get(name);
  if (!fragment || traversal.visited.has(pair)) return;
  traversal.visited.add(pair);
  traverseFragment(fragment, type, traversal);
}

/** Whether a field or fragment is selected, by its `@skip` and `@include`. */
export function isIncluded(node: SelectionNode, { variables }: Pick<Traversal, 'variables'>): boolean {
  for (const { name, arguments: args } of node.directives ?? []) {
    if (name.value !== 'skip' && name.value !== 'include') continue;
    const condition = args?.find((arg) => arg.name.value === 'if')?.value;
    const value = condition?.kind === Kind.VARIABLE ? variables[condition.name.value] : undefined;
    const isTrue = condition?.kind === Kind.BOOLEAN ? condition.value : value === true;
    if (isTrue === (name.value === 'skip')) return false;
  }
  return true;
}
