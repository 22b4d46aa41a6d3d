// What resolvers take from the context besides records is true at one moment only: it ends the freshness of the result.
import { expect, it } from 'vitest';
import { createOperationStats } from '../../../src/loading/stats.ts';
import { type ContextOptions, createContext, REMEMBERED } from '../../../src/server/graphql/operation-context.ts';

/** Everything that a context is made of, each part of which may be called or read. */
function optionsWith(stats: ContextOptions['stats']): ContextOptions {
  const anything: unknown = new Proxy(() => anything, { get: (_, name) => (name === 'then' ? undefined : anything) });
  const parts = anything as ContextOptions;
  const { shared, loadContext } = parts;
  return {
    shared,
    loadContext,
    loaders: parts.loaders,
    reads: parts.reads,
    importing: parts.importing,
    rateLimit: parts.rateLimit,
    request: parts.request,
    caller: parts.caller,
    sending: parts.sending,
    failure: null,
    signedIn: null,
    partner: null,
    nightParts: [],
    nightDayParts: [],
    expectedDates: new Set(),
    stats,
  };
}

it.each(Object.entries(REMEMBERED))('that a result with %s may be remembered is %s', (name, isRemembered) => {
  const stats = createOperationStats();
  const context = createContext(optionsWith(stats));
  const member: unknown = context[name as keyof typeof REMEMBERED];
  if (name === 'rateLimit' || name === 'partner' || name === 'viewer') (member as () => unknown)();
  if (name === 'coverage') void Promise.resolve((member as (dates: []) => unknown)([])).catch(() => {});
  expect(stats.freshness.freshUntil === Infinity).toBe(isRemembered);
});
