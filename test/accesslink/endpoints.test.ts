// Every read against the simulator: requested as documented, with the same records in both dialects.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RecordsReply, fetchRecords } from '../../src/accesslink/client.ts';
import { listExercises } from '../../src/accesslink/endpoints/exercises.ts';
import { createTransport } from '../../src/accesslink/transport.ts';
import type { RecordName } from '../../src/generated/accesslink.ts';
import { createSecret } from '../../src/secret.ts';
import { createSimulator, type Dialect, type Simulator } from '../../src/simulator/simulator.ts';
import { systemClock } from '../../src/system-clock.ts';
import { catalogOf, type Entry, endpoints } from './catalog.ts';
import { differences } from './differences.ts';
import { documentedReads } from './documentation.ts';

const NOW = Date.parse('2026-11-22T18:30:00Z');

let simulator: Simulator;
let transport: ReturnType<typeof createTransport>;
let catalog: readonly Entry[];

const send = (read: Entry['read']): Promise<RecordsReply<RecordName>> =>
  fetchRecords(transport.send, read, createSecret(simulator.people[0]?.token ?? ''));

async function answersIn(dialect: Dialect, read: Entry['read']) {
  simulator.setDialect(dialect);
  return send(read);
}

beforeAll(async () => {
  simulator = await createSimulator({ now: () => NOW });
  transport = createTransport({ origin: simulator.url, clock: systemClock });
  const { records } = await fetchRecords(
    transport.send,
    listExercises([]),
    createSecret(simulator.people[0]?.token ?? ''),
  );
  catalog = catalogOf(simulator.people[0]?.userId ?? '', records[0]?.id ?? '');
});

afterAll(async () => {
  await transport.close();
  await simulator.close();
});

/** The entries of the catalog by index, since the ids of the simulator are not known before it has started. */
const indexes = catalogOf('1', 'a').map(({ operation, query }, index) => ({ index, operation, query: query ?? '' }));

function entryAt(index: number): Entry {
  const entry = catalog[index];
  if (entry === undefined) throw new Error(`The catalog has no entry ${index}`);
  return entry;
}

describe('the read', () => {
  test.each(indexes)('$operation $query is requested as documented', async ({ index, operation }) => {
    const { read, params = {}, query } = entryAt(index);
    const documented = documentedReads.find(({ name }) => name === operation);
    const path = documented?.path.replace(/\{(.+?)\}/g, (_, name: string) => params[name] ?? `{${name}}`);
    expect(read.path).toBe(query === undefined ? path : `${path}?${query}`);
    const asked = [...new URLSearchParams(query ?? '').keys()];
    expect(asked.filter((name) => !documented?.query.includes(name))).toEqual([]);
    simulator.clearRequests();
    await send(read);
    expect(simulator.requests.map(({ path: arrived }) => arrived)).toEqual([read.path]);
  });

  test.each(indexes)('$operation $query reads the same records in both dialects', async ({ index }) => {
    const { read } = entryAt(index);
    const documented = await answersIn('documented', read);
    const live = await answersIn('live', read);
    expect([documented.warnings, live.warnings]).toEqual([[], []]);
    expect(documented.records.length).toBeGreaterThan(0);
    expect(differences(read.record, documented.records, live.records)).toEqual([]);
  });
});

describe('the catalog of this test', () => {
  test('has every documented read of a user, and no other', () => {
    const written = new Set(catalog.map(({ operation }) => operation));
    expect([...written].toSorted()).toEqual(documentedReads.map(({ name }) => name).toSorted());
  });

  test('has every function that builds a read', () => {
    const functions = Object.values(endpoints).flatMap((chapter) => Object.keys(chapter));
    expect(functions.length).toBe(new Set(catalog.map(({ operation }) => operation)).size);
  });
});
