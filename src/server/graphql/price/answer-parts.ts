// In how many parts an answer may come by `@defer` and `@stream`, found out before it is executed.
import {
  type DirectiveNode,
  type FieldNode,
  getNamedType,
  type GraphQLNamedType,
  type GraphQLSchema,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { isIncluded, type SelectingOperation } from '../selection.ts';
import { createFieldSizes, DEFAULT_ITEMS, type FieldSizes, fieldOf } from './field-sizes.ts';
import { OperationRejection, tooMuch } from './rejection.ts';
import { argumentValues, fragmentAt, fragmentsOf, type Unfolding, withDefaults } from './unfolded-fields.ts';

/** What of an answer may come later, as far as the sizes of lists are known before they are read. */
export interface AnswerParts {
  /** Whether anything is deferred or streamed. */
  readonly isIncremental: boolean;
  /** Deferred fragments, each as often as there are objects that have it, and streamed items. */
  readonly parts: number;
  /** The most items of one list that are streamed. */
  readonly longestStream: number;
}

export type CountParts = (selecting: SelectingOperation) => AnswerParts;

/** Each part has an executor and some 150 bytes of its own: a year with one fragment a day is possible. */
const MAX_PARTS = 500;
/** So many items of a stream are executed at once: what later ones ask for would be in batches of its own, and cost calls. */
const MAX_STREAMED = 100;

/** Where a selection stands: how many objects there are that have it, and the size around it. */
interface Surroundings {
  readonly objects: number;
  readonly items: number;
}

interface Counting extends Unfolding {
  readonly sizesOf: FieldSizes;
  readonly found: { isIncremental: boolean; parts: number; longestStream: number };
}

/** Counts the parts of answers under a schema. The document is valid. Throws an OperationRejection for a negative `initialCount`. */
export function createPartsCount(schema: GraphQLSchema): CountParts {
  const sizesOf = createFieldSizes(schema);
  return ({ document, operation, variables }) => {
    const found = { isIncremental: false, parts: 0, longestStream: 0 };
    const unfolding = { schema, fragments: fragmentsOf(document), variables: withDefaults(operation, variables) };
    const root = schema.getRootType(operation.operation);
    const position = { objects: 1, items: DEFAULT_ITEMS };
    const counting = { ...unfolding, sizesOf, found };
    if (root) for (const node of operation.selectionSet.selections) countNode(node, { type: root, position }, counting);
    return found;
  };
}

/** Throws an OperationRejection when an answer would come in too many parts. */
export function checkParts({ parts, longestStream }: AnswerParts): void {
  if (longestStream > MAX_STREAMED) {
    const finding = 'it may stream {} items of one list';
    throw tooMuch({ finding, price: longestStream, limit: MAX_STREAMED, remedy: 'set a higher initialCount' });
  }
  if (parts <= MAX_PARTS) return;
  const remedy = 'put one @defer around a list in the place of one in each of its items, or set a higher initialCount';
  throw tooMuch({ finding: 'it may come in {} parts', price: parts, limit: MAX_PARTS, remedy });
}

interface Selecting {
  readonly type: GraphQLNamedType;
  readonly position: Surroundings;
}

function countNode(node: SelectionNode, at: Selecting, counting: Counting): void {
  if (!isIncluded(node, counting)) return;
  if (node.kind === Kind.FIELD) return countField(node, at, counting);
  const fragment = fragmentAt(node, at.type, counting);
  if (!fragment) return;
  if (activeArguments(node.directives, 'defer', counting)) {
    counting.found.isIncremental = true;
    counting.found.parts += at.position.objects;
  }
  countSet(fragment.selectionSet, { ...at, type: fragment.type }, counting);
}

function countField(node: FieldNode, { type, position }: Selecting, counting: Counting): void {
  const field = fieldOf(node, type, counting.schema);
  if (!field) return;
  const coordinate = `${type.name}.${node.name.value}`;
  const args = argumentValues(node, counting.variables);
  const { count, inner } = counting.sizesOf({ coordinate, type: field.type, args, items: position.items });
  const stream = activeArguments(node.directives, 'stream', counting);
  if (stream) {
    const later = Math.max(0, count - initialCountIn(stream));
    const { found } = counting;
    found.isIncremental = true;
    found.parts += position.objects * later;
    found.longestStream = Math.max(found.longestStream, later);
  }
  const below = { objects: position.objects * count, items: inner };
  if (node.selectionSet) countSet(node.selectionSet, { type: getNamedType(field.type), position: below }, counting);
}

function countSet({ selections }: SelectionSetNode, at: Selecting, counting: Counting): void {
  for (const node of selections) countNode(node, at, counting);
}

/** The arguments of a directive; null where it is not there, or switched off. */
function activeArguments(
  directives: readonly DirectiveNode[] | undefined,
  name: string,
  { variables }: Unfolding,
): Readonly<Record<string, unknown>> | null {
  const directive = directives?.find((one) => one.name.value === name);
  if (!directive) return null;
  const args = argumentValues(directive, variables);
  return args['if'] === false ? null : args;
}

function initialCountIn({ initialCount = 0 }: Readonly<Record<string, unknown>>): number {
  // The executor has an error of its own for what is no number.
  if (typeof initialCount !== 'number') return 0;
  if (initialCount >= 0) return initialCount;
  const message = `Cannot run the operation: initialCount of @stream is ${initialCount}; set 0 or more`;
  throw new OperationRejection(message, null);
}
