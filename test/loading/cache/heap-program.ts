// Measures what records and series take of the heap: the program of heap-size.test.ts.
import { decodeRecords } from '../../../src/accesslink/decode.ts';
import { type Kind, type RecordName, shapes } from '../../../src/generated/accesslink.ts';
import { heapSize } from '../../../src/loading/cache/heap-size.ts';
import { heapOfEach, type Measured, printMeasured } from '../../support/heap.ts';

const SCALARS: Readonly<Record<string, unknown>> = {
  text: 'a text of some words',
  id: 'aBcDeFgH',
  integer: 60,
  number: 61.5,
  boolean: true,
  date: '2026-11-22',
  time: '2026-11-22T08:00:00',
  clock: '08:00',
  duration: 'PT1H',
  values: '60,61,62,63,64,65,66,67,68,69,70',
};
const LISTED = 5;
const COPIES = 2_000;
const SERIES = 5_000;

/** A record as AccessLink sends it, with all of its properties. */
function wireOf(name: RecordName): unknown {
  return Object.fromEntries(Object.entries<Kind>(shapes[name]).map(([property, kind]) => [property, valueOf(kind)]));
}

function valueOf(kind: Kind): unknown {
  if (typeof kind === 'string') return SCALARS[kind];
  if ('object' in kind) return wireOf(kind.object);
  if ('list' in kind) return Array.from({ length: LISTED }, () => wireOf(kind.list));
  return Object.fromEntries(Array.from({ length: LISTED }, (_, index) => [`08:0${index}`, 60.5]));
}

function measured(copies: number, make: () => unknown): Measured {
  return { bytes: heapOfEach(copies, make), size: heapSize(make()) };
}

function decoded(name: RecordName, wire: unknown): Measured {
  const text = JSON.stringify(wire);
  return measured(COPIES, () => decodeRecords(name, JSON.parse(text)).records[0]);
}

const series = (item: (index: number) => unknown) =>
  measured(5, () => Array.from({ length: SERIES }, (_, index) => item(index)));

printMeasured({
  ...Object.fromEntries((Object.keys(shapes) as RecordName[]).map((name) => [name, decoded(name, wireOf(name))])),
  'a night with few properties': decoded('Sleep', { date: '2026-11-22', light_sleep: 600 }),
  'an object that is given its properties one by one': measured(COPIES, () => {
    const record: Record<string, unknown> = {};
    for (const property of Object.keys(shapes.Sleep)) record[property] = null;
    return record;
  }),
  'a series of numbers': series((index) => 60 + (index % 7) * 0.5),
  'a series of pairs': series((index) => [`08:00:${String(index % 60).padStart(2, '0')}`, index % 90]),
  'a series of samples': series((index) => ({ heart_rate: 60 + (index % 7), sample_time: `time ${index}` })),
  'a series of texts beyond Latin 1': series((index) => `Пульс ${index}`),
});
