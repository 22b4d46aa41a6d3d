// An operation that is rejected before it runs: it costs too much, or it is no operation that can be measured.
import type { CallLimitError } from '../../../loading/errors.ts';

/** What an operation was measured by, and the most that is allowed. */
export interface PriceAndLimit {
  readonly price: number;
  readonly limit: number;
}

/** A rejection with a message for the client; `cost` where the operation is too dear. */
export class OperationRejection extends Error {
  override readonly name = 'OperationRejection';
  readonly cost: PriceAndLimit | null;

  constructor(message: string, cost: PriceAndLimit | null) {
    super(message);
    this.cost = cost;
  }
}

/** What of an operation passes a limit, and what helps. */
export interface TooMuch extends PriceAndLimit {
  /** What the operation does with the count, such as `it nests {} fields deep`. */
  readonly finding: string;
  readonly remedy: string;
  /** Whether counting stopped at the limit: the price is at least this. */
  readonly isAtLeast?: boolean;
}

/** "Cannot run the operation: it may answer 1,200,000 values, the limit is 200,000; ask for fewer days". */
export function tooMuch({ finding, price, limit, remedy, isAtLeast = false }: TooMuch): OperationRejection {
  const count = `${isAtLeast ? 'at least ' : ''}${numberText(price)}`;
  const message = `Cannot run the operation: ${finding.replace('{}', count)}, the limit is ${numberText(limit)}; ${remedy}`;
  return new OperationRejection(message, { price, limit });
}

/** Requests that an operation did not send: all of them, or those that it would have sent after others. */
export function tooManyCalls({ planned, limit, isFirstWave }: CallLimitError): OperationRejection {
  const remedy = 'ask for fewer days, or read a shorter range first: what is held costs nothing';
  const finding = 'it needs {} calls to AccessLink';
  if (isFirstWave) return tooMuch({ finding, price: planned, limit, remedy });
  const message = `Cannot read everything: with this the operation would need ${numberText(planned)} calls to AccessLink, the limit is ${numberText(limit)}; ${remedy}`;
  return new OperationRejection(message, { price: planned, limit });
}

/** A number as people read it: no locale of the machine. Counts are finite but may be beyond what is exact. */
function numberText(count: number): string {
  if (count >= 1e15) return 'more than 1,000,000,000,000,000';
  return String(Math.ceil(count)).replace(/\B(?=(\d{3})+$)/g, ',');
}
