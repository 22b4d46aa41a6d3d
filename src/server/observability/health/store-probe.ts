// Whether the store can be written, asked at most so often, whoever asks how often.
import { type Clock, waitAtMost } from '../../../clock.ts';
import type { Store } from '../../../store/contract/store.ts';
import type { HealthState } from './health.ts';

/** So long an answer holds; a failure is looked at again sooner. */
const OK_MS = 5_000;
const FAILING_MS = 1_000;
/** A store that takes longer is not there for people either. */
const LIMIT_MS = 2_000;

/** Asks for the state of the store. Never rejects. */
export type StoreProbe = () => Promise<HealthState>;

/**
 * A probe that has asked nothing yet. Everybody who asks at the same time shares one answer, and while the store hangs no
 * second question is put to it.
 */
export function createStoreProbe(
  store: Pick<Store, 'ping'> | null,
  clock: Pick<Clock, 'elapsed' | 'after'>,
): StoreProbe {
  if (store === null) return async () => 'none';
  let latest: { readonly state: HealthState; readonly at: number } | null = null;
  let running: Promise<HealthState> | null = null;
  let hanging: Promise<unknown> | null = null;
  const probe = async (): Promise<HealthState> => {
    let state: HealthState = 'failing';
    const ping =
      hanging ??
      store.ping().then(
        () => 'ok' as const,
        () => 'failing' as const,
      );
    hanging = ping;
    const settled = ping.then((answer) => {
      hanging = null;
      state = answer === 'ok' ? 'ok' : 'failing';
    });
    await waitAtMost(clock, LIMIT_MS, settled);
    return state;
  };
  return () => {
    const age = latest === null ? Number.POSITIVE_INFINITY : clock.elapsed() - latest.at;
    if (latest && age < (latest.state === 'ok' ? OK_MS : FAILING_MS)) return Promise.resolve(latest.state);
    running ??= probe().then((state) => {
      latest = { state, at: clock.elapsed() };
      running = null;
      return state;
    });
    return running;
  };
}
