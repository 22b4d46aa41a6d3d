import { describe, expect, it } from 'vitest';
import { AccessLinkError } from '../../../src/accesslink/errors.ts';
import type { UpstreamRequest } from '../../../src/accesslink/upstream.ts';
import type { ImportKind } from '../../../src/store/contract/imports.ts';
import type { Fault } from '../../../src/simulator/simulator.ts';
import type { TestDatabase } from '../../store/test-database.ts';
import { inSqlite } from '../../store/sqlite-database.ts';
import { isLong } from '../../support/long.ts';
import { importThrough, expectNothingLost, expectRestImported, TIMEOUTS } from './interrupted-import.ts';
import { type ImportingGateway, startImportingGateway, KINDS } from './importing-gateway.ts';

const PARTS: Readonly<Record<ImportKind, readonly string[]>> = {
  PHYSICAL_INFORMATION: ['-transactions', '-transactions/', '/physical-informations/'],
  ACTIVITY: ['-transactions', '-transactions/', '/activities/', '/step-samples', '/zone-samples'],
  EXERCISE: [
    '-transactions',
    '-transactions/',
    '/exercises/',
    '/heart-rate-zones',
    '/samples',
    '/samples/1',
    '/fit',
    '/tcx',
    '/gpx',
  ],
};
const FAULTS: readonly Fault[] = [
  { kind: 'status', status: 500 },
  { kind: 'status', status: 429 },
  { kind: 'hang' },
  { kind: 'cut' },
  { kind: 'garbage' },
];
/** Every fault at every part in the long form; else every part with one fault, and every fault at the first kind's. */
const disturbed = KINDS.flatMap((kind, nth) =>
  PARTS[kind].flatMap((path, index) => {
    const faults = isLong || nth === 0 ? FAULTS : FAULTS.filter((_, fault) => fault === (index + nth) % FAULTS.length);
    return faults.map((fault) => ({ of: kind, at: path, ...fault, path }));
  }),
);

describe('a fault', () => {
  it.each(disturbed)(
    '($kind $status) at $at of $of stores nothing half and commits nothing',
    async ({ of, ...fault }) => {
      await inSqlite(async (place) => {
        const gateway = await startImportingGateway(
          place,
          fault.kind === 'hang' ? { app: { timeouts: TIMEOUTS } } : {},
        );
        const all = await gateway.waiting(of);
        gateway.simulator.addFault(fault);
        const { collected, userErrors } = await gateway.collect(of);
        const commits = gateway.sent().filter((line) => line.startsWith('PUT')).length;
        const stored = await gateway.stored(of);
        const outcome = isUnreadable(fault) ? [all.length, 0, 1, all.length] : [0, 1, 0, 0];
        expect([collected, userErrors.length, commits, stored.length]).toEqual(outcome);
        expect(await gateway.store.imports.uncommitted(gateway.userId, of)).toEqual([]);
        await expectNothingLost(gateway, of, all);
        await expectRestImported(gateway, of, all);
        await gateway.close();
      })();
    },
  );

  it.each(KINDS)(
    'at any single request of %s, before or after it is sent, loses nothing',
    async (kind) => {
      expect.hasAssertions();
      const count = await requestsFor(kind);
      const step = { PHYSICAL_INFORMATION: 1, ACTIVITY: isLong ? 1 : 4, EXERCISE: isLong ? 1 : 5 }[kind];
      for (let broken = 1; broken <= count; broken += step) {
        for (const when of ['before', 'after'] as const) {
          await inSqlite((place) => breakAt(place, kind, { broken, when }))();
        }
      }
    },
    120_000,
  );
});

/** The content of a file is not checked: whatever AccessLink sends is stored. */
function isUnreadable({ path = '', kind }: Fault): boolean {
  return /fit|tcx|gpx/.test(path) && kind === 'garbage';
}

interface Break {
  readonly broken: number;
  readonly when: 'before' | 'after';
}

async function breakAt(place: TestDatabase, kind: ImportKind, { broken, when }: Break): Promise<void> {
  const gateway = await startImportingGateway(place);
  if (kind === 'EXERCISE') await leaveTwo(gateway);
  const all = await gateway.waiting(kind);
  let count = 0;
  const failing = <T>(send: (request: UpstreamRequest) => Promise<T>) => {
    return async (request: UpstreamRequest): Promise<T> => {
      count += 1;
      if (count !== broken) return send(request);
      if (when === 'after') await send(request);
      throw new AccessLinkError('unavailable', 'The connection broke');
    };
  };
  const { failure } = await importThrough(gateway, kind, { wrap: failing });
  expect(failure).toBeInstanceOf(AccessLinkError);
  await expectNothingLost(gateway, kind, all);
  await expectRestImported(gateway, kind, all);
  await gateway.close();
}

/** Has all sessions but two new ones committed elsewhere: eight of a hundred requests break nowhere else than two do. */
async function leaveTwo({ simulator, userId }: ImportingGateway): Promise<void> {
  const transactions = `${simulator.url}/v3/users/${userId}/exercise-transactions`;
  const headers = { authorization: `Bearer ${simulator.people[0]?.token}`, accept: 'application/json' };
  const opened = await fetch(transactions, { method: 'POST', headers });
  const { 'transaction-id': id } = (await opened.json()) as { 'transaction-id': number };
  await fetch(`${transactions}/${id}`, { method: 'PUT', headers });
  for (let session = 0; session < 2; session += 1) simulator.addExercise(userId);
  simulator.clearRequests();
}

/** How many requests the import of a kind takes. */
async function requestsFor(kind: ImportKind): Promise<number> {
  let count = 0;
  await inSqlite(async (place) => {
    const gateway = await startImportingGateway(place);
    if (kind === 'EXERCISE') await leaveTwo(gateway);
    await gateway.collect(kind);
    count = gateway.simulator.requests.length;
    await gateway.close();
  })();
  return count;
}
