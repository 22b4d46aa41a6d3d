// What is remembered of documents, and what it takes.
import { buildSchema, type DocumentNode, GraphQLError } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { createDocumentReader } from '../../../../src/server/graphql/price/documents.ts';
import { readTypeDefs } from '../../../../src/server/graphql/type-defs.ts';
import { DEFAULT_LIMITS } from '../../../../src/operation-limits.ts';
import { type Measured, measuredBy } from '../../../support/heap.ts';
import { documents } from './documents.ts';

const schema = buildSchema(readTypeDefs().join('\n'));
const readerOf = (maxCachedBytes?: number) =>
  createDocumentReader({
    schema,
    limits: DEFAULT_LIMITS,
    isSchemaVisible: true,
    ...(maxCachedBytes !== undefined && { maxCachedBytes }),
  });

let measured: Readonly<Record<string, Measured>> = {};
beforeAll(() => {
  measured = measuredBy(new URL('./documents-program.ts', import.meta.url));
});

describe('a document that is remembered', () => {
  it.each(Object.keys(documents))('with %s takes at most what it is counted with', (kind) => {
    const { bytes, size } = measured[kind] ?? { bytes: Number.NaN, size: Number.NaN };
    expect(bytes).toBeGreaterThan(size / 6);
    expect(bytes).toBeLessThan(size);
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
