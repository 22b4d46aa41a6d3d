// Requests that are small and would be dear: each family in five sizes. None of them may cost more than its rejection.

/** The body of a request that is sent as it is. */
export interface Bomb {
  readonly family: string;
  readonly size: number;
  readonly body: string;
}

const repeat = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => part(i)).join(' ');
const nest = (depth: number, open: string, close: string) => (inner: string) =>
  open.repeat(depth) + inner + close.repeat(depth);
const post = (query: string, variables?: unknown) => JSON.stringify({ query, variables });
const person = (fields: string) => `{ viewer { ${fields} } }`;
const day = (fields: string) => person(`day(date: "2026-11-20") { ${fields} }`);

/** Each fragment spreads the next one twice. */
const doubling = (count: number) =>
  `${day('...F0')} ${repeat(count, (i) => `fragment F${i} on Day { date ${i < count - 1 ? `previous { ...F${i + 1} } next { ...F${i + 1} }` : ''} }`)}`;
const cycle = (count: number) =>
  `${day('...F0')} ${repeat(count, (i) => `fragment F${i} on Day { next { ...F${(i + 1) % count} } }`)}`;

const SCHEMA_TYPE = 'name description fields { name description args { name description } type { name kind } }';
const SEVEN =
  'date activity{steps} heartRate{date} cardioLoad{load} alertness{grade} circadianBedtime{quality} exercises{id} night{sleepScore}';

/** A family of bombs: its sizes, and the body of one. */
interface Family {
  readonly sizes: readonly [number, number, number, number, number];
  readonly body: (size: number) => string;
}

const families: Readonly<Record<string, Family>> = {
  'aliases of one field': {
    sizes: [1_001, 1_500, 2_000, 4_000, 5_000],
    body: (size) => post(`{ ${repeat(size, (i) => `a${i}: __typename`)} }`),
  },
  'nested fields': {
    sizes: [30, 100, 1_000, 8_000, 14_000],
    body: (size) => post(day(nest(size, 'next{', '}')('date'))),
  },
  'fragments that double': { sizes: [10, 18, 30, 60, 120], body: (size) => post(doubling(size)) },
  'fragments that contain themselves': { sizes: [1, 2, 10, 100, 300], body: (size) => post(cycle(size)) },
  'repeated directives': {
    sizes: [11, 100, 1_000, 3_000, 5_000],
    body: (size) => post(person(`firstName ${'@skip(if:false)'.repeat(size)}`)),
  },
  'one field again and again': {
    sizes: [80, 150, 300, 600, 3_000],
    body: (size) => post(person(repeat(size, () => 'day(date:"2026-11-20"){date}'))),
  },
  tokens: { sizes: [6_000, 10_000, 20_000, 40_000, 90_000], body: (size) => post(`{ ${'a '.repeat(size / 2)} }`) },
  'lists in values': {
    sizes: [201, 1_000, 10_000, 30_000, 45_000],
    body: (size) => post(`{ node(id: ${nest(size, '[', ']')('')}) { id } }`),
  },
  'objects in values': {
    sizes: [201, 1_000, 5_000, 10_000, 15_000],
    body: (size) => post(`{ node(id: ${nest(size, '{a:', '}')('1')}) { id } }`),
  },
  'types in types': {
    sizes: [201, 1_000, 10_000, 30_000, 45_000],
    body: (size) => post(`query($a: ${nest(size, '[', ']')('Int')}) { __typename }`),
  },
  'nested variables': {
    sizes: [21, 200, 2_000, 10_000, 45_000],
    body: (size) =>
      `{"query":"query($r: DateRange) { viewer { days(range: $r) { nodes { date } } } }","variables":{"r":${nest(size, '[', ']')('')}}}`,
  },
  'aliases of introspection': {
    sizes: [60, 65, 70, 75, 80],
    body: (size) => post(`{ ${repeat(size, (i) => `a${i}: __schema { types { ${SCHEMA_TYPE} } }`)} }`),
  },
  'aliases of a static list': {
    sizes: [335, 400, 600, 800, 1_600],
    body: (size) => post(`{ ${repeat(size, (i) => `a${i}: sports { code name }`)} }`),
  },
  'years by aliases': {
    sizes: [20, 40, 56, 60, 80],
    body: (size) =>
      post(
        person(
          repeat(
            size,
            (i) =>
              `y${i}: days(range:{between:{from:"${1970 + (i % 56)}-01-01",to:"${1970 + (i % 56)}-12-31"}}){nodes{${SEVEN}}}`,
          ),
        ),
      ),
  },
  'days next to days': {
    sizes: [21, 22, 23, 50, 100],
    body: (size) =>
      post(
        person(
          `days(range:{lastDays:365}){nodes{${repeat(30, (i) => `a${i}:next{${nest(size, 'next{', '}')('date')}}`)}}}`,
        ),
      ),
  },
  'ids of nodes': {
    sizes: [200, 500, 1_000, 2_000, 4_000],
    body: (size) =>
      post(`query($ids:[ID!]!){nodes(ids:$ids){... on ContinuousHeartRate{samples{time beatsPerMinute}}}}`, {
        ids: Array.from({ length: size }, (_, i) => `id${i}`),
      }),
  },
  'series that are not thinned': {
    sizes: [31, 100, 200, 365, 400],
    body: (size) => post(person(`days(range:{lastDays:${size}}){nodes{heartRate{samples{time beatsPerMinute}}}}`)),
  },
  'arrays of operations': {
    sizes: [1, 2, 10, 1_000, 3_000],
    body: (size) => `[${Array.from({ length: size }, () => post('{ __typename }')).join()}]`,
  },
};

export const bombs: readonly Bomb[] = Object.entries(families).flatMap(([family, { sizes, body }]) =>
  sizes.map((size) => ({ family, size, body: body(size) })),
);
