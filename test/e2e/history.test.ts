import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Gateway, NOW, startGateway } from '../support/gateway.ts';
import { dated, takePaths } from './dated-queries.ts';
import { questions } from './questions.ts';

const DAY = 86_400_000;

let dataDir: string;
let now = NOW;
let gateway: Gateway;

beforeEach(async () => {
  now = NOW;
  dataDir = mkdtempSync(join(tmpdir(), 'history-'));
  await start();
});

afterEach(async () => {
  await gateway.close();
  rmSync(dataDir, { recursive: true });
});

async function start() {
  gateway = await startGateway({ now: () => now, store: { dataDir } });
}

async function restart() {
  await gateway.close();
  await start();
}

const month = (fields: string) =>
  `{ viewer { days(range: { between: { from: "${dated('$-27', NOW)}", to: "${dated('$-1', NOW)}" } }) { nodes { date ${fields} } } } }`;

describe('a query after a restart', () => {
  it.each(questions)('for $name sends no request', async ({ query }) => {
    const before = await gateway.ask(dated(query, NOW));
    await restart();
    const after = await gateway.ask(dated(query, NOW));
    expect(takePaths(gateway.simulator)).toEqual([]);
    expect(after.data).toEqual(before.data);
    expect(after.extensions.accesslink.fromMemory).toBe(0);
    expect(after.extensions.accesslink.fromStore > 0).toBe(before.extensions.accesslink.calls > 0);
  });

  it('with more flags than before sends a request', async () => {
    await gateway.ask(month('activity { steps }'));
    await restart();
    await gateway.ask(month('activity { samples { steps { steps } } }'));
    expect(takePaths(gateway.simulator)).toHaveLength(1);
  });
});

describe('a record after 400 days', () => {
  it.each([
    ['activity', 'activity { steps energyKcal }'],
    ['cardio load', 'cardioLoad { strain }'],
    ['heart rate', 'heartRate { statistics { mean } }'],
    ['nights', 'night { sleepScore recharge { ansCharge } }'],
    ['exercises', 'exercises { id durationSeconds }'],
    ['alertness', 'alertness { grade } circadianBedtime { quality }'],
    ['biosensing', 'biosensing { ecgTests { averageHeartRate } skinTemperature { sleepDate } }'],
  ])('is still served: %s', async (_, fields) => {
    const before = await gateway.ask<{ viewer: { days: { nodes: object[] } } }>(month(fields));
    expect(before.errors).toBeUndefined();
    now += 400 * DAY;
    await restart();
    const after = await gateway.ask<{ viewer: { days: { nodes: object[] } } }>(month(fields));
    // Days without records may be out of the window by now; every record that was read is still there.
    expect(after.errors).toBeUndefined();
    const withData = (nodes: object[]) =>
      nodes.filter((node) => Object.values(node).some((part) => part !== null && JSON.stringify(part) !== '[]'));
    const lost = withData(before.data.viewer.days.nodes).filter(
      (node) => !after.data.viewer.days.nodes.some((other) => JSON.stringify(other) === JSON.stringify(node)),
    );
    expect(lost).toEqual([]);
  });

  it('is still found by its id when it is an exercise', async () => {
    const { data } = await gateway.ask<{ viewer: { exercises: { nodes: { id: string }[] } } }>(
      '{ viewer { exercises(last: 1) { nodes { id durationSeconds } } } }',
    );
    now += 400 * DAY;
    await restart();
    const id = data.viewer.exercises.nodes[0]?.id;
    const again = await gateway.ask<{ node: object }>(
      `{ node(id: "${id}") { ... on Exercise { id durationSeconds } } }`,
    );
    expect(again.data.node).toEqual(data.viewer.exercises.nodes[0]);
  });
});
