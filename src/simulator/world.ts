// Everything that a running simulator consists of, put together.
import { type Accounts, createAccounts } from './accounts.ts';
import { type Arrivals, createArrivals } from './arrivals.ts';
import { createClient } from './client.ts';
import { type Clock, createClock } from './clock.ts';
import type { Dialect } from './dialects/spelling.ts';
import { createFaults } from './faults.ts';
import { createRateWindows, documentedLimits } from './limits.ts';
import { createCodes } from './oauth/codes.ts';
import { createOpaque } from './opaque.ts';
import type { SimulatorOptions } from './options.ts';
import { createResidents } from './people.ts';
import { createResponder } from './responder.ts';
import type { World } from './serve.ts';
import type { Steering } from './steering.ts';
import { createLedger } from './transactions/ledger.ts';
import { type Announcing, createAnnouncing } from './webhooks/announcing.ts';
import { createWebhooks } from './webhooks/webhooks.ts';

/** A world, and the handles by which it can be changed while it runs. */
export function createWorld(options: SimulatorOptions): { world: World; steering: Steering } {
  const seed = options.seed ?? 1;
  const clock = createClock(options.now ?? Date.now);
  const opaque = createOpaque(seed);
  const accounts = createAccounts(createResidents(seed, clock.now()), opaque);
  const client = createClient(options.client);
  const moods = { dialect: options.dialect ?? 'live', consenting: null as string | null };
  const signIn = { client, accounts, codes: createCodes(opaque), autoConsent: () => moods.consenting };
  const webhooks = createWebhooks(opaque, clock.now);
  const arrivals = createArrivals(accounts, clock.now);
  const world: World = {
    now: clock.now,
    dialect: () => moods.dialect,
    accounts,
    client,
    respond: createResponder({ accounts, signIn, webhooks, ledger: createLedger(accounts, clock.now()) }),
    faults: createFaults(),
    windows: createRateWindows(options.limits ?? documentedLimits(registered(accounts))),
    requests: [],
  };
  const announcing = createAnnouncing({ accounts, arrivals, webhooks, now: clock.now, dialect: world.dialect });
  return { world, steering: { ...steer(world, clock, moods), ...arrivals, ...announcing } };
}

interface Moods {
  dialect: Dialect;
  consenting: string | null;
}

function steer(world: World, clock: Clock, moods: Moods): Omit<Steering, keyof Arrivals | keyof Announcing> {
  return {
    requests: world.requests,
    clearRequests: () => void world.requests.splice(0),
    setClock: clock.set,
    setDialect: (dialect) => {
      moods.dialect = dialect;
    },
    addFault: world.faults.add,
    clearFaults: world.faults.clear,
    setLimits: world.windows.setLimits,
    setAutoConsent: (userId) => {
      if (userId !== null && !world.accounts.residentOf(userId)) {
        throw new RangeError(`Cannot consent: nobody has the id ${userId}`);
      }
      moods.consenting = userId;
    },
  };
}

function registered({ residents }: Accounts): number {
  return residents.filter(({ isRegistered }) => isRegistered).length;
}
