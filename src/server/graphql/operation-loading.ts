// What the loaders of an operation work with: the transport and the caches of its caller.
import type { Transport } from '../../accesslink/upstream.ts';
import { emptyTransport } from '../../accesslink/trace.ts';
import { explainDenials } from '../../domain/account/denials.ts';
import { createInFlightRequests } from '../../loading/cache/in-flight.ts';
import type { CallGate } from '../../loading/call-gate.ts';
import { partitionOf } from '../../loading/cache/keys.ts';
import { overlay } from '../../loading/cache/memory-tier.ts';
import type { TokenOwners } from '../../loading/cache/token-owners.ts';
import { noStoreTier, readOnlyStoreTier } from '../../loading/cache/store-tier.ts';
import { watchedStoreTier } from '../../loading/cache/watched-store-tier.ts';
import type { LoadContext, SharedLoading } from '../../loading/context.ts';
import { createSecret } from '../../secret.ts';
import type { Caller } from '../auth/caller.ts';
import { storeTierOwner, watchProof } from '../auth/proof.ts';
import type { Sending } from './sending.ts';

/** What operations share that a caller matters to. */
interface CallerServices extends SharedLoading {
  readonly tokenOwners: TokenOwners;
}

type LoadingStats = Pick<LoadContext, 'stats'>;

/** The load context of an operation without its stats, today, flags and clock. Without a caller, nothing is sent and nothing is cached. */
export function loadContextFor(
  caller: Caller | null,
  shared: CallerServices,
  { sending: { send, isPlan }, gate, stats }: { readonly sending: Sending; readonly gate: CallGate } & LoadingStats,
): Omit<LoadContext, 'stats' | 'today' | 'flags' | 'clock'> {
  const { viewer, token, partition } = caller ?? noCaller();
  const caches = cachesFor(caller, shared, isPlan);
  return {
    partition,
    polarUserId: viewer.polarUserId,
    token,
    send: explaining(caller, shared)(send),
    invalidations: shared.invalidations,
    ...caches,
    storeTier: gate.watch(watchedStoreTier(caches.storeTier, stats.freshness)),
    now: shared.now,
    gate,
  };
}

/** A transport for a caller, whose denials say what is missing. Without a caller, nothing is sent. */
export function explaining(
  caller: Caller | null,
  { negativeCache, tokenOwners }: CallerServices,
): (send: Transport) => Transport {
  if (!caller) return () => emptyTransport;
  const { viewer, token, partition } = caller;
  const explain = explainDenials({
    polarUserId: viewer.polarUserId,
    token,
    find: () => negativeCache.findRegistration(partition),
    put: (isRegistered) => negativeCache.putRegistration(partition, isRegistered),
  });
  const watch = watchProof(caller, tokenOwners);
  return (send) => explain(watch(send));
}

/** The caches of an operation. A plan reads the shared ones and writes to none of them. */
function cachesFor(
  caller: Caller | null,
  { memory, inFlight, negativeCache, ...shared }: CallerServices,
  isPlan: boolean,
) {
  const storeTier = caller ? shared.storeTierFor(storeTierOwner(caller, shared.tokenOwners)) : noStoreTier;
  if (!isPlan) return { memory, storeTier, inFlight, negativeCache };
  return {
    memory: overlay(memory),
    storeTier: readOnlyStoreTier(storeTier),
    inFlight: createInFlightRequests(),
    negativeCache: { ...negativeCache, put: () => {} },
  };
}

/** In place of a caller: nothing is sent for it, and nothing is cached. */
export function noCaller(): Caller {
  const token = createSecret('');
  return { viewer: { owner: '', polarUserId: null }, token, partition: partitionOf(null, token), tokenHash: null };
}
