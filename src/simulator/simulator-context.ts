// Composition: the parts of a simulator, and the API that controls them.
import { type Accounts, createAccounts } from './accounts.ts';
import { type DataChanges, createDataChanges } from './data-changes.ts';
import { createClient } from './client.ts';
import { type SimulatorClock, createClock } from './clock.ts';
import type { Dialect } from './dialects/spelling.ts';
import { createFaults } from './faults.ts';
import { createRateWindows, documentedLimits } from './rate-limits.ts';
import { createAuthorizationCodes } from './oauth/authorization-codes.ts';
import { createTokenGenerator } from './random-token.ts';
import type { SimulatorOptions } from './options.ts';
import { createProfiles } from './person-profiles.ts';
import { createResponder } from './responder.ts';
import type { SimulatorContext } from './request-handler.ts';
import type { ControlApi } from './control-api.ts';
import { createTransactions } from './transactions/transactions.ts';
import { type EventDelivery, createEventDelivery } from './webhooks/event-delivery.ts';
import { createWebhooks } from './webhooks/webhooks.ts';

/** The context in which requests are handled, and the API that changes it while the simulator runs. */
export function createSimulatorContext(options: SimulatorOptions): {
  context: SimulatorContext;
  controlApi: ControlApi;
} {
  const seed = options.seed ?? 1;
  const clock = createClock(options.now ?? Date.now);
  const generateToken = createTokenGenerator(seed);
  const accounts = createAccounts(createProfiles(seed, clock.now()), generateToken);
  const client = createClient(options.client);
  const settings = { dialect: options.dialect ?? 'live', autoConsentUserId: null as string | null };
  const oauth = {
    client,
    accounts,
    codes: createAuthorizationCodes(generateToken),
    autoConsent: () => settings.autoConsentUserId,
  };
  const webhooks = createWebhooks(generateToken, clock.now);
  const dataChanges = createDataChanges(accounts, clock.now);
  const context: SimulatorContext = {
    now: clock.now,
    dialect: () => settings.dialect,
    accounts,
    client,
    respond: createResponder({ accounts, oauth, webhooks, transactions: createTransactions(accounts, clock.now()) }),
    faults: createFaults(),
    windows: createRateWindows(options.limits ?? documentedLimits(registered(accounts))),
    requests: [],
  };
  const eventDelivery = createEventDelivery({
    accounts,
    dataChanges,
    webhooks,
    now: clock.now,
    dialect: context.dialect,
  });
  return { context, controlApi: { ...createControlApi(context, clock, settings), ...dataChanges, ...eventDelivery } };
}

interface Settings {
  dialect: Dialect;
  autoConsentUserId: string | null;
}

function createControlApi(
  context: SimulatorContext,
  clock: SimulatorClock,
  settings: Settings,
): Omit<ControlApi, keyof DataChanges | keyof EventDelivery> {
  return {
    requests: context.requests,
    clearRequests: () => void context.requests.splice(0),
    setClock: clock.set,
    setDialect: (dialect) => {
      settings.dialect = dialect;
    },
    addFault: context.faults.add,
    clearFaults: context.faults.clear,
    setLimits: context.windows.setLimits,
    setAutoConsent: (userId) => {
      if (userId !== null && !context.accounts.personOf(userId)) {
        throw new RangeError(`Cannot consent: nobody has the id ${userId}`);
      }
      settings.autoConsentUserId = userId;
    },
  };
}

function registered({ people }: Accounts): number {
  return people.filter(({ isRegistered }) => isRegistered).length;
}
