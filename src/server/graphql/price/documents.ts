// Reads the text of an operation: scanned, parsed, measured and validated, in this order, and remembered.
import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, validate, visit } from 'graphql';
import { checkDocumentSize } from './document-size.ts';
import { validationRules } from '../schema-visibility.ts';
import type { OperationLimits } from '../../../operation-limits.ts';
import { checkRepeats } from './repeated-fields.ts';
import { MAX_VALUES } from '../prepared-operation.ts';
import { scanText } from './text-scan.ts';
import { createWeightedCache } from '../weighted-cache.ts';

/** A document, and what validation says against it. */
export interface ReadDocument {
  readonly document: DocumentNode;
  readonly errors: readonly GraphQLError[];
}

/** Reads a text. Throws an OperationRejection, or a GraphQLError when the text is no document. */
export type ReadText = (text: string) => ReadDocument;

export interface ReadingOptions {
  readonly schema: GraphQLSchema;
  readonly limits: Pick<OperationLimits, 'maxDepth' | 'maxFields'>;
  /** Whether clients may ask for the schema, and messages may name fields, types and values that were not asked for. */
  readonly isSchemaVisible: boolean;
  /** What all documents remembered may take. */
  readonly maxCachedBytes?: number;
}

const TOKENS_PER_FIELD = 5;
/** Hundreds of ordinary documents. */
const MAX_CACHED_BYTES = 4 * 1024 * 1024;
/** Bytes of heap that a document takes, by its tokens and by the characters of its text, white space and comments too. */
const HEAP = { document: 2_500, token: 200, character: 4, prepared: 1_500 };
/** More say no more, and a document can have thousands. */
const MAX_ERRORS = 3;

/** A reader that remembers valid documents, those that were read last. */
export function createDocumentReader(options: ReadingOptions): ReadText {
  const { schema, limits, isSchemaVisible, maxCachedBytes = MAX_CACHED_BYTES } = options;
  const maxTokens = limits.maxFields * TOKENS_PER_FIELD;
  const rules = validationRules(isSchemaVisible);
  const cached = createWeightedCache<ReadDocument>(maxCachedBytes);
  return (text) => {
    const known = cached.get(text);
    if (known) return known;
    const tokens = scanText(text, maxTokens);
    const document = parseText(text, maxTokens);
    checkDocumentSize(document, limits);
    checkRepeats(document, limits);
    const errors = validate(schema, document, rules, { maxErrors: MAX_ERRORS, hideSuggestions: !isSchemaVisible });
    const read = { document, errors };
    if (errors.length > 0) return read;
    withoutTokens(document);
    cached.put(text, read, heapOf(text, tokens));
    return read;
  };
}

/** For Yoga, a text that is no document is a bad request, or 200 for clients that accept application/json. */
function parseText(text: string, maxTokens: number): DocumentNode {
  try {
    return parse(text, { maxTokens });
  } catch (failure) {
    if (failure instanceof GraphQLError) failure.extensions['http'] = { status: 400, spec: true };
    throw failure;
  }
}

/** What is prepared for an operation is remembered with it: once, or for each set of values of its conditions. */
export function heapOf(text: string, tokens: number): number {
  const prepared = text.includes('@') ? MAX_VALUES : 1;
  return HEAP.document + tokens * HEAP.token + text.length * HEAP.character + prepared * HEAP.prepared;
}

/** Without its tokens, which nobody looks at again: they take more than all the rest. */
function withoutTokens(document: DocumentNode): void {
  visit(document, { enter: ({ loc }) => void (loc && Object.assign(loc, NO_TOKENS)) });
}

const NO_TOKENS = { startToken: null, endToken: null };
