// The fields of a selection after its fragments are unfolded, each with the type that it is selected on.
import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type InlineFragmentNode,
  isAbstractType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';
import { isIncluded, type SelectingOperation } from '../selection.ts';

/** A field as it stands in a selection. */
export interface UnfoldedField {
  readonly node: FieldNode;
  /** The type that it is selected on. */
  readonly parent: GraphQLNamedType;
}

/** What unfolding needs of an operation. */
export interface Unfolding {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Those of `@skip` and `@include`. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The fragments of a document by name. */
export function fragmentsOf({ definitions }: DocumentNode): Map<string, FragmentDefinitionNode> {
  const fragments = definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}

/** The fields that are included. The document is valid, and so small that it can be unfolded. */
export function unfoldedFields(set: SelectionSetNode, type: GraphQLNamedType, unfolding: Unfolding): UnfoldedField[] {
  return set.selections.flatMap((node) => (isIncluded(node, unfolding) ? fieldsIn(node, type, unfolding) : []));
}

function fieldsIn(node: SelectionNode, parent: GraphQLNamedType, unfolding: Unfolding): UnfoldedField[] {
  if (node.kind === Kind.FIELD) return [{ node, parent }];
  const fragment = fragmentAt(node, parent, unfolding);
  return fragment ? unfoldedFields(fragment.selectionSet, fragment.type, unfolding) : [];
}

/** What a fragment selects, and on which type: one on an interface says nothing about an object type. */
export function fragmentAt(
  node: FragmentSpreadNode | InlineFragmentNode,
  parent: GraphQLNamedType,
  { schema, fragments }: Unfolding,
): { readonly selectionSet: SelectionSetNode; readonly type: GraphQLNamedType } | null {
  const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : node;
  if (!fragment) return null;
  const condition = fragment.typeCondition && schema.getType(fragment.typeCondition.name.value);
  const isNarrower = condition && !(isAbstractType(condition) && isObjectType(parent));
  return { selectionSet: fragment.selectionSet, type: isNarrower ? condition : parent };
}

/** The arguments of a field, as the document and the variables have them. */
export function argumentValues(
  { arguments: args = [] }: FieldNode | DirectiveNode,
  variables: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(args.map(({ name, value }) => [name.value, valueFromASTUntyped(value, variables)]));
}

/** Variables as they are sent, with the defaults that an operation declares. */
export function withDefaults(
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const defaults = variableDefinitions.flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
  );
  return { ...Object.fromEntries(defaults), ...variables };
}

/** The fields of an operation at its root, and what unfolds those below. No fields where the schema has no such root. */
export function unfoldedOperation(
  { document, operation, variables }: SelectingOperation,
  schema: GraphQLSchema,
): { readonly fields: UnfoldedField[]; readonly unfolding: Unfolding } {
  const root = schema.getRootType(operation.operation);
  const unfolding = { schema, fragments: fragmentsOf(document), variables: withDefaults(operation, variables) };
  return { fields: root ? unfoldedFields(operation.selectionSet, root, unfolding) : [], unfolding };
}
