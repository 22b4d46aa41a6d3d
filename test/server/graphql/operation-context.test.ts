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
  if (!isRemembered || name === 'viewer') void attempt(member as Member);
  expect(stats.freshness.freshUntil === Infinity).toBe(isRemembered);
});

type Member = (argument: []) => unknown;

/** What it returns does not matter, nor whether it can do without what the test does not have. */
async function attempt(member: Member): Promise<void> {
  try {
    await member([]);
  } catch {}
}

it('has no accessors, with which V8 would collect all of an operation with the old generation only', () => {
  const stats = createOperationStats();
  const members = [createContext(optionsWith(stats)), stats, stats.freshness].flatMap((object) =>
    Object.entries(Object.getOwnPropertyDescriptors(object)),
  );
  expect(members.filter(([, member]) => !('value' in member)).map(([name]) => name)).toEqual([]);
});
