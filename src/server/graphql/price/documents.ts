// Reads the text of an operation: scanned, parsed, measured and validated, in this order, and remembered.
import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import { checkDocumentSize } from './document-size.ts';
import { validationRules } from '../schema-visibility.ts';
import type { OperationLimits } from '../../../operation-limits.ts';
import { checkRepeats } from './repeated-fields.ts';
import { scanText } from './text-scan.ts';

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
  /** Tokens of all documents remembered; each takes up to 300 bytes. */
  readonly maxCachedTokens?: number;
}

const TOKENS_PER_FIELD = 5;
const MAX_CACHED_TOKENS = 200_000;
/** More say no more, and a document can have thousands. */
const MAX_ERRORS = 3;

/** A reader that remembers valid documents, those that were read last. */
export function createDocumentReader(options: ReadingOptions): ReadText {
  const { schema, limits, isSchemaVisible, maxCachedTokens = MAX_CACHED_TOKENS } = options;
  const maxTokens = limits.maxFields * TOKENS_PER_FIELD;
  const rules = validationRules(isSchemaVisible);
  const cached = createDocumentCache(maxCachedTokens);
  return (text) => {
    const known = cached.get(text);
    if (known) return known;
    const tokens = scanText(text, maxTokens);
    const document = parseText(text, maxTokens);
    checkDocumentSize(document, limits);
    checkRepeats(document, limits);
    const errors = validate(schema, document, rules, { maxErrors: MAX_ERRORS, hideSuggestions: !isSchemaVisible });
    const read = { document, errors };
    if (errors.length === 0) cached.put(text, read, tokens);
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

/** Documents by their text, of so many tokens together; the one that was used longest ago goes first. */
function createDocumentCache(maxTokens: number) {
  const documents = new Map<string, { readonly read: ReadDocument; readonly tokens: number }>();
  let total = 0;
  return {
    get: (text: string): ReadDocument | undefined => {
      const entry = documents.get(text);
      if (!entry) return undefined;
      documents.delete(text);
      documents.set(text, entry);
      return entry.read;
    },
    put: (text: string, read: ReadDocument, tokens: number): void => {
      documents.set(text, { read, tokens });
      total += tokens;
      for (const [oldest, entry] of documents) {
        if (total <= maxTokens) return;
        documents.delete(oldest);
        total -= entry.tokens;
      }
    },
  };
}
