// Measures what documents take of the heap that are remembered: the program of documents.test.ts.
import { buildSchema } from 'graphql';
import { DEFAULT_LIMITS } from '../../../../src/operation-limits.ts';
import { createPreparation } from '../../../../src/server/graphql/prepared-operation.ts';
import { createDocumentReader, heapOf } from '../../../../src/server/graphql/price/documents.ts';
import { scanText } from '../../../../src/server/graphql/price/text-scan.ts';
import { readTypeDefs } from '../../../../src/server/graphql/type-defs.ts';
import { heapOfEach, type Measured, printMeasured } from '../../../support/heap.ts';
import { documents } from './documents.ts';

const schema = buildSchema(readTypeDefs().join('\n'));
const COPIES = 60;

function measured(textOf: (index: number) => string): Measured {
  const options = { schema, limits: DEFAULT_LIMITS, isSchemaVisible: true, maxCachedBytes: 1e12 };
  const [read, prepare] = [createDocumentReader(options), createPreparation(schema)];
  let made = 0;
  const bytes = heapOfEach(COPIES, () => {
    made += 1;
    // As it comes out of a body: without what it was put together from.
    const { document } = read(JSON.parse(JSON.stringify(textOf(made))) as string);
    prepare({ document });
    return document;
  });
  const text = textOf(made);
  return { bytes, size: heapOf(text, scanText(text, 100_000)) };
}

printMeasured(Object.fromEntries(Object.entries(documents).map(([kind, textOf]) => [kind, measured(textOf)])));
