// What became of a request to the webhook's path, in words for the log and the metrics.

/** Why a delivery was not accepted; `store-failed`: it was answered with 503 and comes again. */
export type DeliveryRejection =
  | 'compressed'
  | 'too-large'
  | 'too-slow'
  | 'broken-off'
  | 'no-key'
  | 'bad-signature'
  | 'store-failed';

export type DeliveryOutcome = 'accepted' | 'duplicate' | 'ping' | DeliveryRejection;

/** By the status with which a body is rejected before anything is verified. */
const BY_STATUS: Readonly<Record<number, DeliveryRejection>> = {
  408: 'too-slow',
  413: 'too-large',
  415: 'compressed',
};

/** Why a body was rejected before its signature was verified. */
export function bodyRejection(status: number): DeliveryRejection {
  return BY_STATUS[status] ?? 'broken-off';
}
