// What is remembered of documents, and what it takes.
import { buildSchema, type DocumentNode, GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createPreparation } from '../../../../src/server/graphql/prepared-operation.ts';
import { createDocumentReader, heapOf } from '../../../../src/server/graphql/price/documents.ts';
import { scanText } from '../../../../src/server/graphql/price/text-scan.ts';
import { readTypeDefs } from '../../../../src/server/graphql/schema.ts';
import { DEFAULT_LIMITS } from '../../../../src/operation-limits.ts';
import { heapOfEach } from '../../../support/heap.ts';

const schema = buildSchema(readTypeDefs().join('\n'));
const readerOf = (maxCachedBytes?: number) =>
  createDocumentReader({
    schema,
    limits: DEFAULT_LIMITS,
    isSchemaVisible: true,
    ...(maxCachedBytes !== undefined && { maxCachedBytes }),
  });
const fields = (index: number, count: number) =>
  Array.from({ length: count }, (_, nth) => `f${index}x${nth}: day(date: "2026-11-22") { date }`).join(' ');

/** Documents by what makes them large. */
const documents: Readonly<Record<string, (index: number) => string>> = {
  'few fields': (index) => `{ viewer { f${index}: id } }`,
  'many fields': (index) => `{ viewer { ${fields(index, 100)} } }`,
  'long names': (index) => `{ viewer { ${'n'.repeat(190)}${index}: id } }`,
  'long texts': (index) => `{ node(id: "${'x'.repeat(9_000)}${index}") { id } }`,
  'texts beyond Latin 1 with escapes': (index) => `{ node(id: "\\n${'ж'.repeat(9_000)}${index}") { id } }`,
  comments: (index) => `# ${'x'.repeat(50_000)}${index}\n{ viewer { id } }`,
  'white space': (index) => `{ viewer { f${index}: id ${' '.repeat(50_000)} } }`,
};

describe('a document that is remembered', () => {
  it.each(Object.keys(documents))('with %s takes at most what it is counted with', (kind) => {
    const textOf = documents[kind] ?? String;
    const read = readerOf(1e12);
    const prepare = createPreparation(schema);
    let made = 0;
    const bytes = heapOfEach(40, () => {
      made += 1;
      // As it comes out of a body: without what it was put together from.
      const text = JSON.parse(JSON.stringify(textOf(made))) as string;
      const { document, errors } = read(text);
      prepare({ document });
      return errors.length === 0 ? document : null;
    });
    const text = textOf(0);
    expect(bytes).toBeGreaterThan(1_000);
    expect(bytes).toBeLessThan(heapOf(text, scanText(text, 100_000)));
  });

  it('is read once while there is space, and again when others have taken it', () => {
    const read = readerOf(100_000);
    const first = read('{ viewer { id } }');
    expect(read('{ viewer { id } }')).toBe(first);
    for (let index = 0; index < 100; index += 1) read(documents['few fields']?.(index) ?? '');
    expect(read('{ viewer { id } }')).not.toBe(first);
  });

  it('is not remembered when it is mostly white space: few tokens take much memory, too', () => {
    const read = readerOf();
    const text = `{ viewer { id ${' '.repeat(300_000)} } }`;
    expect(read(text)).not.toBe(read(text));
  });

  it('has no tokens, and still says where in the text an error is', () => {
    const { document } = readerOf()('{\n  viewer { id }\n}');
    const [viewer] = fieldsIn(document);
    expect(viewer?.loc).toMatchObject({ start: 4, end: 17, startToken: null, endToken: null });
    expect(new GraphQLError('Cannot answer', { nodes: viewer }).locations).toEqual([{ line: 2, column: 3 }]);
  });
});

function fieldsIn({ definitions: [definition] }: DocumentNode) {
  return definition && 'selectionSet' in definition ? (definition.selectionSet?.selections ?? []) : [];
}
