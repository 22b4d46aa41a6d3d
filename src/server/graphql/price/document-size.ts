// How deep and wide a document is after its fragments are unfolded, found without the schema and without unfolding them:
// every fragment is measured once, however often it is spread.
import {
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { OperationLimits } from '../../../operation-limits.ts';
import { OperationRejection, tooMuch } from './rejection.ts';

/** The size of a selection after its fragments are unfolded. Aliases count: each is a field of its own. */
export interface SelectionSize {
  readonly fields: number;
  /** Of fields within fields. */
  readonly depth: number;
  /** Directives on all of it, repeated ones too. */
  readonly directives: number;
}

/** More than this on one field or fragment serves nothing. */
const MAX_DIRECTIVES_IN_PLACE = 10;
const NOTHING: SelectionSize = { fields: 0, depth: 0, directives: 0 };

/**
 * Throws an OperationRejection when the operations and the unused fragments of a document are too large together, or when a
 * fragment contains itself. All of them count, since validation goes through all of them.
 */
export function checkDocumentSize(
  document: DocumentNode,
  limits: Pick<OperationLimits, 'maxDepth' | 'maxFields'>,
): void {
  const { fields, depth, directives } = documentSize(document);
  const { maxDepth, maxFields } = limits;
  if (depth > maxDepth)
    throw tooMuch({ finding: 'it nests {} fields deep', price: depth, limit: maxDepth, remedy: 'nest less' });
  if (fields > maxFields) {
    const finding = 'it has {} fields after its fragments are unfolded';
    throw tooMuch({ finding, price: fields, limit: maxFields, remedy: 'select less, or ask in several operations' });
  }
  if (directives > maxFields) {
    const finding = 'it has {} directives after its fragments are unfolded';
    throw tooMuch({ finding, price: directives, limit: maxFields, remedy: 'leave some out' });
  }
}

/** The size of all operations of a document together, and of each fragment that none of them spreads. */
export function documentSize(document: DocumentNode): SelectionSize {
  const measure = createMeasure(document.definitions);
  const sizes = document.definitions.flatMap((definition) =>
    isRoot(definition) ? measure.ofDefinition(definition) : [],
  );
  return sum([...sizes, ...measure.unspread()]);
}

function isRoot(definition: DefinitionNode): definition is OperationDefinitionNode {
  return definition.kind === Kind.OPERATION_DEFINITION;
}

/** Measures selections, each fragment once. */
function createMeasure(definitions: readonly DefinitionNode[]) {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const sizes = new Map<string, SelectionSize>();
  const open = new Set<string>();
  const ofFragment = (name: string): SelectionSize => {
    const known = sizes.get(name);
    if (known) return known;
    const fragment = fragments.get(name);
    // Validation says that there is none.
    if (!fragment) return NOTHING;
    if (open.has(name)) throw containsItself(name);
    open.add(name);
    const size = ofDefinition(fragment);
    open.delete(name);
    sizes.set(name, size);
    return size;
  };
  const ofSet = (set: SelectionSetNode): SelectionSize => sum(set.selections.map(ofSelection));
  const ofSelection = (node: SelectionNode): SelectionSize => {
    const own = { ...NOTHING, directives: directivesOn(node) };
    if (node.kind === Kind.FRAGMENT_SPREAD) return sum([own, ofFragment(node.name.value)]);
    if (node.kind === Kind.INLINE_FRAGMENT) return sum([own, ofSet(node.selectionSet)]);
    const inner = node.selectionSet ? ofSet(node.selectionSet) : NOTHING;
    return {
      fields: inner.fields + 1,
      depth: inner.depth + 1,
      directives: inner.directives + own.directives,
    };
  };
  const ofDefinition = (node: OperationDefinitionNode | FragmentDefinitionNode): SelectionSize =>
    sum([{ ...NOTHING, directives: directivesOn(node) }, ofSet(node.selectionSet)]);
  const unspread = () => [...fragments.keys()].filter((name) => !sizes.has(name)).map(ofFragment);
  return { ofDefinition, unspread };
}

function sum(sizes: readonly SelectionSize[]): SelectionSize {
  let [fields, depth, directives] = [0, 0, 0];
  for (const size of sizes) {
    fields += size.fields;
    depth = Math.max(depth, size.depth);
    directives += size.directives;
  }
  return { fields, depth, directives };
}

function directivesOn({ directives = [] }: { readonly directives?: readonly unknown[] | undefined }): number {
  const { length } = directives;
  if (length <= MAX_DIRECTIVES_IN_PLACE) return length;
  const finding = 'one place in it has {} directives';
  throw tooMuch({ finding, price: length, limit: MAX_DIRECTIVES_IN_PLACE, remedy: 'leave some out' });
}

function containsItself(name: string): Error {
  return new OperationRejection(`Cannot run the operation: the fragment ${name} contains itself`, null);
}
