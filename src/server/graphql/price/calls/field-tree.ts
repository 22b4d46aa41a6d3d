// What an operation selects as a tree, fragments unfolded and fields of one name merged: what of it depends on its document.
import {
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';
import { isIncluded, type SelectingOperation } from '../../selection.ts';

/** The arguments of a field, without those that are not given. */
export type FieldArgs = Readonly<Record<string, unknown>>;

/** A selected field. Inner fields are those on each type that its value may have. */
export interface SelectedField {
  /** The type that it is selected on, and its name. */
  readonly parent: string;
  readonly name: string;
  /** The type of its value. */
  readonly type: string;
  readonly argsFor: (variables: FieldArgs) => FieldArgs;
  readonly fields: readonly SelectedField[];
}

interface Traversal extends Pick<SelectingOperation, 'variables'> {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

interface Occurrence {
  readonly node: FieldNode;
  readonly parent: GraphQLNamedType;
}

/** The fields of an operation. Its document is valid, and so small that it can be unfolded. */
export function selectedFields(selecting: SelectingOperation, schema: GraphQLSchema): SelectedField[] {
  const { document, operation, variables } = selecting;
  const root = schema.getRootType(operation.operation);
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const byName = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  const traversal = { schema, fragments: byName, variables: withDefaults(operation, variables) };
  return root ? merged(occurrencesIn(operation.selectionSet, root, traversal), traversal) : [];
}

/** Variables as they are sent, with the defaults that the operation declares. */
export function withDefaults(
  { variableDefinitions = [] }: SelectingOperation['operation'],
  variables: FieldArgs,
): FieldArgs {
  const defaults = variableDefinitions.flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
  );
  return { ...Object.fromEntries(defaults), ...variables };
}

function merged(occurrences: readonly Occurrence[], traversal: Traversal): SelectedField[] {
  const keyOf = ({ node, parent }: Occurrence) => `${(node.alias ?? node.name).value} ${parent.name}`;
  return [...Map.groupBy(occurrences, keyOf).values()].flatMap((same) => fieldOf(same, traversal) ?? []);
}

/** Null for a field that is in every schema, such as `__typename`. */
function fieldOf(same: readonly Occurrence[], traversal: Traversal): SelectedField | null {
  const [first] = same;
  if (!first || !(isObjectType(first.parent) || isInterfaceType(first.parent))) return null;
  const { node, parent } = first;
  const field = first.parent.getFields()[node.name.value];
  if (!field) return null;
  const type = getNamedType(field.type);
  const inner = same.flatMap(({ node: { selectionSet } }) =>
    selectionSet ? occurrencesIn(selectionSet, type, traversal) : [],
  );
  const argsFor = (variables: FieldArgs) =>
    Object.fromEntries(
      (node.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value, variables)]),
    );
  return { parent: parent.name, name: node.name.value, type: type.name, argsFor, fields: merged(inner, traversal) };
}

function occurrencesIn(set: SelectionSetNode, type: GraphQLNamedType, traversal: Traversal): Occurrence[] {
  return set.selections.flatMap((node) => (isIncluded(node, traversal) ? occurrencesOf(node, type, traversal) : []));
}

/** A fragment on an interface says nothing about an object type. */
function occurrencesOf(node: SelectionNode, parent: GraphQLNamedType, traversal: Traversal): Occurrence[] {
  if (node.kind === Kind.FIELD) return [{ node, parent }];
  const fragment = node.kind === Kind.FRAGMENT_SPREAD ? traversal.fragments.get(node.name.value) : node;
  if (!fragment) return [];
  const condition = fragment.typeCondition && traversal.schema.getType(fragment.typeCondition.name.value);
  const isNarrower = condition && !(isAbstractType(condition) && isObjectType(parent));
  return occurrencesIn(fragment.selectionSet, isNarrower ? condition : parent, traversal);
}
