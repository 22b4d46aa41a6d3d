// Checks what an operation may answer, before it runs.
import { getOperationAST, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { OperationLimits } from '../../../operation-limits.ts';
import type { WholeDocument } from '../incremental/whole-documents.ts';
import type { ExecutedOperation, Prepare } from '../prepared-operation.ts';
import { type AnswerPrice, createAnswerPricing, type PriceAnswer } from './answer-price.ts';
import { createPartsCount } from './answer-parts.ts';
import { tooMuch } from './rejection.ts';

const REMEDY = 'ask for fewer days or fewer fields, or thin series with maxPoints';

export interface PricingOptions {
  readonly schema: GraphQLSchema;
  readonly limits: OperationLimits;
  readonly whole: WholeDocument;
}

/**
 * A preparation that throws an OperationRejection for an operation whose answer would be too large, and says of one with
 * `@defer` or `@stream` in how many parts it may come.
 */
export function pricedPreparation(prepare: Prepare, { schema, limits, whole }: PricingOptions): Prepare {
  const priceOf = remembered(createAnswerPricing(schema));
  const countParts = createPartsCount(schema);
  return (executed) => {
    const price = priceOf(executed);
    if (price) checkPrice(price, limits);
    const { document, operationName, variableValues } = executed;
    const operation = whole(document) === document ? null : getOperationAST(document, operationName);
    if (!operation) return prepare(executed);
    return { ...prepare(executed), parts: countParts({ document, operation, variables: variableValues ?? {} }) };
  };
}

/** To look a record up takes as long as about so many values of an answer. */
const VALUES_PER_LOOKUP = 20;

function checkPrice({ values, bytes, lookups }: AnswerPrice, { maxValues, maxBytes }: OperationLimits): void {
  const maxLookups = Math.floor(maxValues / VALUES_PER_LOOKUP);
  if (lookups > maxLookups)
    throw tooMuch({ finding: 'it may look up {} records', price: lookups, limit: maxLookups, remedy: REMEDY });
  if (values > maxValues)
    throw tooMuch({ finding: 'it may answer {} values', price: Math.ceil(values), limit: maxValues, remedy: REMEDY });
  if (bytes > maxBytes)
    throw tooMuch({ finding: 'it may answer {} bytes', price: Math.ceil(bytes), limit: maxBytes, remedy: REMEDY });
}

/** The price of an operation without variables is found once. Null when the document has no such operation. */
function remembered(priceAnswer: PriceAnswer): (executed: ExecutedOperation) => AnswerPrice | null {
  const prices = new WeakMap<OperationDefinitionNode, AnswerPrice>();
  return ({ document, operationName, variableValues }) => {
    const operation = getOperationAST(document, operationName);
    if (!operation) return null;
    const known = prices.get(operation);
    if (known) return known;
    const price = priceAnswer({ document, operation, variables: variableValues ?? {} });
    if ((operation.variableDefinitions ?? []).length === 0) prices.set(operation, price);
    return price;
  };
}
