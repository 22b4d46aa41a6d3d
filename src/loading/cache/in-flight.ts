// Requests to AccessLink that have no result yet, so that operations of one user at the same time share them.
import { hasFlags } from './entry.ts';
import type { Partition, RecordKey, RecordRequest } from './keys.ts';

/** A request without a result yet. */
export interface InFlightRequest<T = unknown> {
  readonly resource: string;
  /** The flags it was sent with. */
  readonly flags: readonly string[];
  /** Whether its result answers a key. */
  readonly covers: (key: RecordKey) => boolean;
  /** The version of the invalidation clock when it was sent. */
  readonly version: number;
  readonly result: Promise<T>;
}

export interface InFlightRequests {
  /** A request whose result will answer another, of those that may be joined. */
  find(
    partition: Partition,
    request: RecordRequest,
    mayJoin?: (inFlight: InFlightRequest) => boolean,
  ): InFlightRequest | undefined;
  /** Lets others join a request until it has a result. */
  start(partition: Partition, inFlight: InFlightRequest): void;
}

/** No request in flight. */
export function createInFlightRequests(byPartition = new Map<Partition, Set<InFlightRequest>>()): InFlightRequests {
  return {
    find(partition, request, mayJoin = () => true) {
      const requests = byPartition.get(partition);
      return requests && [...requests].find((inFlight) => isAnsweredBy(request, inFlight) && mayJoin(inFlight));
    },
    start(partition, inFlight) {
      const requests = byPartition.get(partition) ?? new Set();
      byPartition.set(partition, requests.add(inFlight));
      const end = () => {
        requests.delete(inFlight);
        if (requests.size === 0) byPartition.delete(partition);
      };
      inFlight.result.then(end, end);
    },
  };
}

function isAnsweredBy({ resource, key, flags }: RecordRequest, inFlight: InFlightRequest): boolean {
  return inFlight.resource === resource && hasFlags(inFlight, flags) && inFlight.covers(key);
}
