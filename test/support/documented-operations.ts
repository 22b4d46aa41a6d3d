// The operations that the documentation shows: in examples of code, in commands and in the text.
import { globSync, readFileSync } from 'node:fs';
import { buildSchema, type DocumentNode, Kind, type OperationTypeNode, parse, validate } from 'graphql';
import { examples } from '../../src/server/graphiql/examples.ts';
import { readTypeDefs } from '../../src/server/graphql/type-defs.ts';

/** An operation with the place that shows it. */
export interface DocumentedOperation {
  readonly place: string;
  readonly query: string;
  readonly type: OperationTypeNode;
  /** Its first field. */
  readonly field: string;
}

const ROOT = new URL('../../', import.meta.url);
const schema = buildSchema(readTypeDefs().join('\n'));

/** All of them, each once. */
export function documentedOperations(): DocumentedOperation[] {
  const pages = globSync(['README.md', 'docs/**/*.md'], { cwd: ROOT });
  const texts = pages.map((page) => ({ place: page, text: readFileSync(new URL(page, ROOT), 'utf8') }));
  const tabs = examples.map(({ name, query }) => ({ place: `GraphiQL ${name}`, text: query }));
  const found = [...texts, ...tabs].flatMap(({ place, text }) => operationsIn(text).map((one) => ({ place, ...one })));
  return [...new Map(found.map((one) => [one.query, one])).values()];
}

/** What stands between braces and is an operation of the schema, with what introduces it; and text that is one without them. */
function operationsIn(text: string) {
  const found = [];
  for (let start = text.indexOf('{'); start >= 0; ) {
    const before = text.slice(0, start);
    const [head = ''] = /\b(?:query|mutation|subscription)(?: \w+)?(?: ?\([^()]*\))? $/.exec(before) ?? [];
    const block = blockAt(text, start);
    const inText = `{ ${/(?<=`)\w+ $/.exec(before)?.[0] ?? ''}${/^[^`]*/.exec(text.slice(start))?.[0] ?? ''} }`;
    const operation = operationOf(head + block) ?? operationOf(block) ?? operationOf(inText);
    if (operation) found.push(operation);
    start = text.indexOf('{', operation ? start + block.length : start + 1);
  }
  return found;
}

/** From a brace to the one that closes it. */
function blockAt(text: string, start: number): string {
  let depth = 0;
  for (let end = start; end < text.length; end += 1) {
    if (text[end] === '{') depth += 1;
    if (text[end] === '}') depth -= 1;
    if (depth === 0) return text.slice(start, end + 1);
  }
  return '';
}

function operationOf(query: string): Omit<DocumentedOperation, 'place'> | null {
  const document = documentOf(query);
  const [definition] = document?.definitions ?? [];
  if (!document || definition?.kind !== Kind.OPERATION_DEFINITION || validate(schema, document).length > 0) return null;
  const [selected] = definition.selectionSet.selections;
  return selected?.kind === Kind.FIELD ? { query, type: definition.operation, field: selected.name.value } : null;
}

function documentOf(query: string): DocumentNode | null {
  try {
    return parse(query);
  } catch {
    return null;
  }
}
