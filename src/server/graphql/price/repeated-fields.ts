// How often a document selects a field again in one place. Validation compares each with each, so that they cost the square.
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { OperationLimits } from '../../../operation-limits.ts';
import { tooMuch } from './rejection.ts';
import { fragmentsOf } from './unfolded-fields.ts';

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** Pairs of equal fields for each field that is allowed: fragments of components often repeat those of others. */
const PAIRS_PER_FIELD = 3;

/** The name of a type under other names: no client needs it more than once. */
const MAX_TYPE_NAMES = 10;

/**
 * Throws an OperationRejection when fields with one name are selected too often in one place, or the name of its type is under
 * too many aliases. The size has been checked.
 */
export function checkRepeats(document: DocumentNode, { maxFields }: Pick<OperationLimits, 'maxFields'>): void {
  const [price, limit] = [repeatedPairs(document), maxFields * PAIRS_PER_FIELD];
  if (price <= limit) return;
  const finding = 'it has {} pairs of fields with the same name in the same place';
  throw tooMuch({ finding, price, limit, remedy: 'select each once, or under an alias of its own' });
}

/** Pairs of fields that answer under one name of one object, of all operations and fragments. No fragment contains itself. */
export function repeatedPairs(document: DocumentNode): number {
  const fragments = fragmentsOf(document);
  const pairs = document.definitions.map((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? pairsIn([definition.selectionSet], fragments) : 0,
  );
  return pairs.reduce((sum, one) => sum + one, 0);
}

/** Of the selections of one object, which are merged. */
function pairsIn(sets: readonly SelectionSetNode[], fragments: Fragments): number {
  const fields = sets.flatMap(({ selections }) => selections.flatMap((node) => fieldsOf(node, fragments)));
  const byName = Map.groupBy(fields, ({ alias, name }) => (alias ?? name).value);
  checkTypeNames([...byName.values()].filter(([field]) => field?.name.value === '__typename').length);
  let pairs = 0;
  for (const same of byName.values()) {
    const inner = same.flatMap(({ selectionSet }) => selectionSet ?? []);
    pairs += (same.length * (same.length - 1)) / 2 + (inner.length > 0 ? pairsIn(inner, fragments) : 0);
  }
  return pairs;
}

function checkTypeNames(price: number): void {
  if (price <= MAX_TYPE_NAMES) return;
  const finding = 'it selects __typename under {} names in one place';
  throw tooMuch({ finding, price, limit: MAX_TYPE_NAMES, remedy: 'select it once' });
}

function fieldsOf(node: SelectionNode, fragments: Fragments): readonly FieldNode[] {
  if (node.kind === Kind.FIELD) return [node];
  const set = node.kind === Kind.INLINE_FRAGMENT ? node.selectionSet : fragments.get(node.name.value)?.selectionSet;
  return set ? set.selections.flatMap((inner) => fieldsOf(inner, fragments)) : [];
}
