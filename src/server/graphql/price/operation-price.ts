// Checks what an operation may answer, before it runs.
import { getOperationAST, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { OperationLimits } from '../../../operation-limits.ts';
import type { ExecutedOperation, Prepare } from '../prepared-operation.ts';
import { type AnswerPrice, createAnswerPricing, type PriceAnswer } from './answer-price.ts';
import { tooMuch } from './rejection.ts';

const REMEDY = 'ask for fewer days or fewer fields, or thin series with maxPoints';

/** A preparation that throws an OperationRejection for an operation whose answer would be too large. */
export function pricedPreparation(prepare: Prepare, schema: GraphQLSchema, limits: OperationLimits): Prepare {
  const priceOf = remembered(createAnswerPricing(schema));
  return (executed) => {
    const price = priceOf(executed);
    if (price) checkPrice(price, limits);
    return prepare(executed);
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
