// What an answer may have, told before it is read.
import {
  buildSchema,
  getIntrospectionQuery,
  getNullableType,
  getOperationAST,
  isListType,
  isObjectType,
  parse,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../../../src/operation-limits.ts';
import { examples } from '../../../../src/server/graphiql/examples.ts';
import { type AnswerPrice, createAnswerPricing } from '../../../../src/server/graphql/price/answer-price.ts';
import { sizes } from '../../../../src/server/graphql/price/list-sizes.ts';
import { readTypeDefs } from '../../../../src/server/graphql/type-defs.ts';
import { dated } from '../../../e2e/dated-queries.ts';
import { everythingOf } from '../../../e2e/full-selection.ts';
import { questions } from '../../../e2e/questions.ts';
import { type Gateway, NOW, startGateway } from '../../../support/gateway.ts';

const schema = buildSchema(readTypeDefs().join('\n'));
const pricing = createAnswerPricing(schema);

function priceOf(query: string, variables: Readonly<Record<string, unknown>> = {}): AnswerPrice {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('There is no operation');
  return pricing({ document, operation, variables });
}

const days = (range: string, fields: string) => `{ viewer { days(range: ${range}) { nodes { ${fields} } } } }`;
const valuesOf = (query: string, variables?: Readonly<Record<string, unknown>>) => priceOf(query, variables).values;

/** Fields of objects in an answer, counted by walking through it. */
function countValues(answer: unknown): number {
  if (Array.isArray(answer)) return answer.reduce<number>((sum, item) => sum + countValues(item), 0);
  if (typeof answer !== 'object' || answer === null) return 0;
  return Object.values(answer).reduce<number>((sum, value) => sum + 1 + countValues(value), 0);
}

describe('every list of the graph', () => {
  it('has a size', () => {
    const lists = Object.values(schema.getTypeMap())
      .filter((type) => isObjectType(type))
      .filter(({ name }) => !name.startsWith('__'))
      .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })))
      .filter(({ field }) => isListType(getNullableType(field.type)))
      .map(({ type, field }) => `${type.name}.${field.name}`);
    expect(lists.filter((coordinate) => !sizes[coordinate])).toEqual([]);
  });
});

describe('the price of an answer', () => {
  it.each([
    ['{ lastDays: 7 }', 7],
    ['{ on: "2026-11-20" }', 1],
    ['{ month: "2026-11" }', 31],
    ['{ between: { from: "2026-01-01", to: "2026-03-01" } }', 60],
    ['{ lastDays: 100000 }', 400],
    ['{ between: { from: "2026-03-01", to: "2026-01-01" } }', 0],
  ])('has the days of the range %s', (range, count) => {
    expect(valuesOf(days(range, 'date'))).toBe(3 + count);
  });

  it('follows first and last, aliases, fragments and nesting, and the variables of all of them', () => {
    expect(valuesOf('{ viewer { days(first: 5) { nodes { date } } } }')).toBe(8);
    expect(valuesOf('{ viewer { a: day(date: "2026-01-01") { date } b: day(date: "2026-01-02") { date } } }')).toBe(5);
    const paged =
      'query($n: Int = 4, $range: DateRange) { viewer { days(range: $range, last: $n) { nodes { date } } } }';
    expect(valuesOf(paged)).toBe(7);
    expect(valuesOf(paged, { n: 2 })).toBe(5);
    expect(valuesOf(paged, { n: 100, range: { lastDays: 3 } })).toBe(6);
    const spread = '{ viewer { day(date: "2026-01-01") { ...A ...A date } } } fragment A on Day { date next { date } }';
    expect(valuesOf(spread)).toBe(5);
    expect(valuesOf('{ nodes(ids: ["a", "b", "c"]) { id } }')).toBe(4);
  });

  it('leaves out what is skipped', () => {
    const query =
      'query($all: Boolean!) { viewer { day(date: "2026-01-01") { date next @include(if: $all) { date } } } }';
    expect([valuesOf(query, { all: false }), valuesOf(query, { all: true })]).toEqual([3, 5]);
  });

  it('counts a series by its points, and maxPoints bounds it', () => {
    const samples = (args: string) => days('{ lastDays: 10 }', `heartRate { samples${args} { beatsPerMinute } }`);
    expect(valuesOf(samples(''))).toBeGreaterThan(172_800);
    expect(valuesOf(samples('(maxPoints: 100)'))).toBe(3 + 10 * (1 + 1 + 100));
    const columns = (args: string) => priceOf(days('{ lastDays: 10 }', `heartRate { columns${args} { values } }`));
    expect(columns('').values).toBe(3 + 10 * 3);
    expect(columns('').bytes).toBeGreaterThan(10 * 17_280 * 3);
    expect(columns('(maxPoints: 100)').bytes).toBeLessThan(15_000);
  });

  it('counts the records that are looked up, held or not', () => {
    const lookups = (query: string) => priceOf(query).lookups;
    expect(lookups(days('{ lastDays: 365 }', 'date next { activity { steps } } night { recharge { status } }'))).toBe(
      3 * 365,
    );
    expect(lookups('{ viewer { biosensing(range: { lastDays: 30 }) { ecgTests { id } spo2Tests { id } } } }')).toBe(60);
    expect(lookups('{ viewer { nights(last: 3) { nodes { sleepScore } } } nodes(ids: ["a", "b"]) { id } }')).toBe(5);
  });

  it('cannot be hidden under one name in fragments on different types', () => {
    const query = `{ node(id: "x") { ... on ContinuousHeartRate { s: samples(maxPoints: 3) { beatsPerMinute } }
      ... on Night { s: heartRateSamples(maxPoints: 50) { beatsPerMinute } } } }`;
    expect(valuesOf(query)).toBeGreaterThan(50);
  });

  it('is within the default limits for the examples, the questions, everything of a day, and introspection', () => {
    const queries = [
      ...examples.map(({ query }) => query),
      ...questions.map(({ query }) => dated(query, NOW)),
      `{ viewer { day(date: "2026-11-20") ${everythingOf('Day')} } }`,
      getIntrospectionQuery({
        specifiedByUrl: true,
        schemaDescription: true,
        inputValueDeprecation: true,
        oneOf: true,
      }),
      days(
        '{ lastDays: 366 }',
        'date activity { steps energyKcal } night { sleepScore startTime recharge { ansCharge } }',
      ),
      days('{ lastDays: 31 }', 'heartRate { samples(maxPoints: 300) { time beatsPerMinute } }'),
    ];
    for (const query of queries) {
      const { values, bytes, lookups } = priceOf(query);
      expect(lookups).toBeLessThan(DEFAULT_LIMITS.maxValues / 20);
      expect(values).toBeLessThan(DEFAULT_LIMITS.maxValues);
      expect(bytes).toBeLessThan(DEFAULT_LIMITS.maxBytes);
    }
  });
});

describe('the price of an answer of the simulator', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await startGateway({ app: { limits: DEFAULT_LIMITS } });
  });
  afterAll(() => gateway.close());

  const answered: readonly (readonly [string, string])[] = [
    ...questions.map(({ name, query }) => [name, dated(query, NOW)] as const),
    ...examples.map(({ name, query }) => [name, query] as const),
    ['the schema', getIntrospectionQuery()],
    ['everything of a day', `{ viewer { day(date: "2026-11-20") ${everythingOf('Day')} } }`],
    ['two kinds of dates', days('{ lastDays: 9 }', 'biosensing { ecgTests { columns { values } } } exercises { id }')],
  ];
  it.each(answered)('is at least what it has: %s', async (_, query) => {
    const { data, errors } = await gateway.ask(query);
    expect(errors).toBeUndefined();
    const { values, bytes } = priceOf(query);
    expect(values).toBeGreaterThanOrEqual(countValues(data));
    expect(bytes).toBeGreaterThanOrEqual(JSON.stringify(data).length);
  });

  it('that is too high is said with the limit and the remedy, and nothing is sent', async () => {
    const before = gateway.simulator.requests.length;
    const query = days('{ lastDays: 365 }', 'heartRate { samples { beatsPerMinute } }');
    const asked = await gateway.ask(query, { headers: { accept: 'application/graphql-response+json' } });
    expect([asked.status, asked.data]).toEqual([400, undefined]);
    expect(asked.errors?.[0]).toMatchObject({
      message:
        'Cannot run the operation: it may answer 6,307,933 values, the limit is 250,000; ask for fewer days or fewer fields, or thin series with maxPoints',
      extensions: { code: 'COST_EXCEEDED', price: 6_307_933, limit: 250_000 },
    });
    expect(gateway.simulator.requests).toHaveLength(before);
  });
});
