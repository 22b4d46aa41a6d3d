// What an operation selects as a tree, fragments unfolded and fields of one name merged: what of it depends on its document.
import { getNamedType, type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql';
import type { SelectingOperation } from '../../selection.ts';
import {
  argumentValues,
  type UnfoldedField,
  unfoldedFields,
  unfoldedOperation,
  type Unfolding,
} from '../unfolded-fields.ts';

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

/** The fields of an operation. Its document is valid, and so small that it can be unfolded. */
export function selectedFields(selecting: SelectingOperation, schema: GraphQLSchema): SelectedField[] {
  const { fields, unfolding } = unfoldedOperation(selecting, schema);
  return merged(fields, unfolding);
}

function merged(occurrences: readonly UnfoldedField[], unfolding: Unfolding): SelectedField[] {
  const keyOf = ({ node, parent }: UnfoldedField) => `${(node.alias ?? node.name).value} ${parent.name}`;
  return [...Map.groupBy(occurrences, keyOf).values()].flatMap((same) => fieldOf(same, unfolding) ?? []);
}

/** Null for a field that is in every schema, such as `__typename`. */
function fieldOf(same: readonly UnfoldedField[], unfolding: Unfolding): SelectedField | null {
  const [first] = same;
  if (!first || !(isObjectType(first.parent) || isInterfaceType(first.parent))) return null;
  const { node, parent } = first;
  const field = first.parent.getFields()[node.name.value];
  if (!field) return null;
  const type = getNamedType(field.type);
  const inner = same.flatMap(({ node: { selectionSet } }) =>
    selectionSet ? unfoldedFields(selectionSet, type, unfolding) : [],
  );
  const argsFor = (variables: FieldArgs) => argumentValues(node, variables);
  return { parent: parent.name, name: node.name.value, type: type.name, argsFor, fields: merged(inner, unfolding) };
}
