// How long whoever calls the store waits for it. docs/decisions/store-failures.md says why, and what a failure costs.
import type { Store } from './contract/store.ts';

type MethodsOf<P extends keyof Store> = Store[P] extends (...args: never[]) => unknown
  ? never
  : `${P}.${keyof Store[P] & string}`;

/** A method of the store, such as `records.read`. */
export type StoreMethod = { [P in keyof Store]: MethodsOf<P> }[keyof Store] | 'store.ping';

export interface CallLimit {
  readonly milliseconds: number;
  /** Methods with the same breaker are not called after two of them have failed in a row. None: it is always called. */
  readonly breaker?: 'reads' | 'record writes';
}

/** By method; whoever calls one that is not in it waits as long as the engine does. */
export type TimeLimits = Partial<Readonly<Record<StoreMethod, CallLimit>>>;

const READ: CallLimit = { milliseconds: 500, breaker: 'reads' };
/** The call may still succeed later: each of these may be repeated without harm. */
const WRITE: CallLimit = { milliseconds: 5_000 };
/** Each delivery has both. Nothing else answers it, so it is tried however slow the ones before it were. */
const DELIVERY: CallLimit = { milliseconds: 4_000 };

/**
 * What an answer waits for. What is not here (imports, erasures, claims, cleanup) waits as long as the engine does: nobody
 * waits for it, or its outcome must be known.
 */
export const timeLimits: TimeLimits = {
  'records.read': READ,
  'records.metadata': READ,
  'records.write': { ...WRITE, breaker: 'record writes' },
  'records.ownerOf': READ,
  'records.use': { ...WRITE, breaker: 'record writes' },
  'users.find': READ,
  'users.page': READ,
  'users.connect': WRITE,
  'users.mark': WRITE,
  'sessions.find': READ,
  'sessions.list': READ,
  'sessions.use': WRITE,
  'sessions.create': WRITE,
  'sessions.delete': WRITE,
  'sessions.deleteOfUser': WRITE,
  'oneTimeTokens.put': WRITE,
  'oneTimeTokens.use': WRITE,
  'oneTimeTokens.uses': READ,
  'oneTimeTokens.claimState': WRITE,
  'webhooks.find': DELIVERY,
  'inbox.add': DELIVERY,
  'events.after': READ,
  'events.latest': READ,
  'imports.items': READ,
  'imports.list': READ,
  'imports.read': READ,
  'store.ping': { milliseconds: 2_000 },
};
