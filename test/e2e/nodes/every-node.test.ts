// Every record has an id, the same wherever it occurs, by which it is read again through the same caches and checks.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Gateway, headersOf, NOW, startGateway, type StoringGateway } from '../../support/gateway.ts';
import { takePaths } from '../dated-queries.ts';
import { type Normalized, type NormalizedAnswer, normalize } from './normalized.ts';
import { everything, implementers, nodesOf } from './selection.ts';

const RANGE = '{ between: { from: "2026-11-16", to: "2026-11-22" } }';
const KINDS = ['PHYSICAL_INFORMATION', 'ACTIVITY', 'EXERCISE'];
const HOUR_MS = 3_600_000;

const typesIn = (objects: Iterable<Normalized>) => [...new Set([...objects].map((node) => node.__typename))].sort();

/** Whether more than the id of an object was selected somewhere. */
function isWhole(node: Normalized): boolean {
  return Object.keys(node).length > 2;
}

/** The objects with these ids, one query a type; null for one that is not found. */
async function readAgain(gateway: Gateway, { objects }: NormalizedAnswer, headers: Record<string, string> = {}) {
  const byType = Map.groupBy(objects.values(), (node) => node.__typename);
  const found = new Map<string, Normalized | null>();
  for (const [typeName, nodes] of byType) {
    const ids = nodes.map(({ id }) => id);
    const { data, errors } = await gateway.ask<{ nodes: Normalized[] }>(nodesOf(typeName), {
      variables: { ids },
      headers,
    });
    expect(errors).toBeUndefined();
    for (const [index, id] of ids.entries()) found.set(id, data.nodes[index] ?? null);
  }
  return found;
}

describe.each(['documented', 'live'] as const)('everything of a person in the %s dialect', (dialect) => {
  let gateway: StoringGateway;
  let answer: NormalizedAnswer;
  let now = NOW;
  const failures: object[] = [];

  beforeAll(async () => {
    gateway = await startGateway({ now: () => now, simulator: { dialect }, store: {} });
    for (const kind of KINDS) await gateway.ask(`mutation { collect(kind: ${kind}) { userErrors { message } } }`);
    const parts: unknown[] = [];
    for (const query of everything(RANGE)) {
      const { data, errors = [] } = await gateway.ask(query);
      failures.push(...errors);
      parts.push(data);
    }
    const { objects, conflicts } = normalize(parts);
    takePaths(gateway.simulator);
    answer = { objects: new Map([...objects].filter(([, node]) => isWhole(node))), conflicts };
  });
  afterAll(() => gateway.close());

  it('has objects of every type that is a Node', () => {
    expect(failures).toEqual([]);
    expect(typesIn(answer.objects.values())).toEqual(implementers('Node'));
  });

  it('has the same data under an id wherever it occurs', () => {
    expect(answer.objects.size).toBeGreaterThan(200);
    expect(answer.conflicts).toEqual([]);
  });

  it('is read again by its ids, and is the same', async () => {
    const again = await readAgain(gateway, answer);
    for (const [id, node] of answer.objects) expect(node).toMatchObject(again.get(id) ?? { isFound: true });
  });

  it('costs ranges of days that only lists without dates have read, and nothing after that', async () => {
    const days = takePaths(gateway.simulator).map((path) => path.replace(/\?.*/, ''));
    // A second range of SleepWise in the live dialect: its predictions.
    expect(days).toHaveLength(dialect === 'live' ? 6 : 4);
    expect([...new Set(days)]).toEqual([
      '/v3/users/activities/',
      '/v3/users/cardio-load/date',
      '/v3/users/sleepwise/alertness/date',
      '/v3/users/sleepwise/circadian-bedtime/date',
    ]);
    await readAgain(gateway, answer);
    expect(takePaths(gateway.simulator)).toEqual([]);
  });

  it('is nobody else’s', async () => {
    takePaths(gateway.simulator);
    const again = await readAgain(gateway, answer, headersOf(gateway.simulator, 1));
    expect(new Set(again.values())).toEqual(new Set([null]));
    expect(takePaths(gateway.simulator)).toEqual([]);
  });

  it('is still there two months later, under the same ids', async () => {
    now += 61 * 24 * HOUR_MS;
    const records = [...answer.objects].filter(([, node]) => !['Day', 'Biosensing'].includes(node.__typename));
    const again = await readAgain(gateway, { objects: new Map(records), conflicts: [] });
    const lost = records.filter(([id]) => again.get(id) === null);
    expect(typesIn(lost.map(([, node]) => node))).toEqual([]);
  });
});
