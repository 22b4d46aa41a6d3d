// The price of a document that was priced before, with other variables, is the one that it has the first time.
import fc from 'fast-check';
import { type OperationDefinitionNode, parse } from 'graphql';
import { expect, it } from 'vitest';
import { createAnswerPricing } from '../../../../src/server/graphql/price/answer-price.ts';
import { createSchema } from '../../../../src/server/graphql/schema.ts';
import { randomOperation } from '../../../trust/support/random-operation.ts';
import { createRandom } from '../../../trust/support/random.ts';

const schema = createSchema();

const DAYS = `
  query($range: DateRange, $days: Int, $points: Int, $isShort: Boolean = true) { viewer {
    plain: days(range: $range) { nodes { date activity { steps } } }
    days(range: $range, first: $days) {
    nodes { date activity { steps samples { stepBuckets { steps } } } ...Heart } edges { node { ...Heart night { heartRateSamples { value } } } } } } }
  fragment Heart on Day { heartRate { samples(maxPoints: $points) { value } ...Columns @skip(if: $isShort) } }
  fragment Columns on ContinuousHeartRate { columns { values } }`;

const priceOf = (pricing: ReturnType<typeof createAnswerPricing>, text: ReturnType<typeof parse>, variables: object) =>
  pricing({
    document: text,
    operation: text.definitions[0] as OperationDefinitionNode,
    variables: variables as Readonly<Record<string, unknown>>,
  });

it('of days, whatever range, page, points and conditions the variables say', () => {
  const small = fc.integer({ min: 1, max: 40 });
  const variables = fc.record(
    { range: fc.record({ lastDays: small }), days: small, points: small, isShort: fc.boolean() },
    { requiredKeys: [] },
  );
  const [document, pricing] = [parse(DAYS), createAnswerPricing(schema)];
  const found = new Set<number>();
  fc.assert(
    fc.property(variables, (values) => {
      const price = priceOf(pricing, document, values);
      found.add(price.bytes);
      expect(price).toEqual(priceOf(createAnswerPricing(schema), document, values));
    }),
    { numRuns: 300 },
  );
  expect(found.size).toBeGreaterThan(50);
});

it('of random documents', () => {
  const pricing = createAnswerPricing(schema);
  for (let seed = 0; seed < 200; seed += 1) {
    const { query, variables } = randomOperation(createRandom('priced', seed), { freeVariables: true, depth: 4 });
    const document = parse(query);
    for (const values of [variables, {}, variables]) {
      expect(priceOf(pricing, document, values)).toEqual(priceOf(createAnswerPricing(schema), document, values));
    }
  }
});
