// No path leads a token out: not into a reply, not into what is reported, not into the log of a program that dies.
import { systemClock } from '../../src/system-clock.ts';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Gateway, startGateway } from '../support/gateway.ts';
import { startProgram } from './process.ts';

const CANARY = 'canary-7d1e5a';
const TOKEN = { authorization: `Bearer ${CANARY}`, 'polar-user-id': '47110001', 'accesslink-trace': '1' };
const EVERYTHING = `{
  viewer {
    id firstName physicalInfo { fetchedAt }
    day(date: "2026-11-20") {
      activity { steps } heartRate { statistics { mean } } cardioLoad { strain } alertness { grade }
      circadianBedtime { quality } night { sleepScore recharge { ansCharge } } exercises { id }
      biosensing { bodyTemperature { sensorLocation } ecgTests { testTime } spo2Tests { testTime } }
    }
  }
}`;

let gateway: Gateway;
beforeAll(async () => {
  const timeouts = { connect: 200, headers: 200, total: 400 };
  gateway = await startGateway({ app: { timeouts } });
});
afterAll(() => gateway.close());

/** All that can be seen of a value, however deep it hangs. */
const seen = (value: unknown) =>
  inspect(value, { depth: Number.POSITIVE_INFINITY, showHidden: true, maxStringLength: null });

describe('a token', () => {
  it.each([
    ['is refused', null],
    ['meets an error', { kind: 'status', status: 500 }],
    ['meets an unknown status', { kind: 'status', status: 418 }],
    ['meets the rate limit', { kind: 'status', status: 429 }],
    ['meets a hang', { kind: 'hang' }],
    ['meets a cut', { kind: 'cut' }],
    ['meets garbage', { kind: 'garbage' }],
    ['meets a page', { kind: 'html' }],
    ['meets a redirect', { kind: 'redirect' }],
  ] as const)('stays inside when it %s', async (_, fault) => {
    gateway.simulator.clearFaults();
    if (fault) gateway.simulator.addFault(fault);
    const answer = await gateway.ask(EVERYTHING, { headers: TOKEN });
    expect(answer.errors?.length).toBeGreaterThan(0);
    expect(seen(answer)).not.toContain(CANARY);
    expect(seen(answer)).not.toMatch(/node_modules|\/src\/|\bat .*:\d+:\d+/);
    expect(answer.errors?.map(({ extensions }) => extensions.code)).not.toContain('INTERNAL');
  });

  it.each([
    ['without a scheme', { authorization: CANARY }],
    ['with another scheme', { authorization: `Basic ${CANARY}` }],
    ['in two words', { authorization: `Bearer ${CANARY} ${CANARY}` }],
    ['in the place of the user id', { authorization: 'Bearer a', 'polar-user-id': CANARY }],
  ])('stays inside when it is sent %s', async (_, headers) => {
    const answer = await gateway.ask('{ viewer { id } }', { headers });
    expect(answer.errors).toHaveLength(1);
    expect(seen(answer)).not.toContain(CANARY);
  });

  it('is in nothing that was reported, and nothing was', () => {
    expect(seen(gateway.reports)).not.toContain(CANARY);
    expect(gateway.reports).toEqual([]);
  });
});

describe('a failure that nobody expected', () => {
  it('is told without its message, and reported', async () => {
    let isBroken = false;
    const now = () => {
      if (isBroken) throw new Error(CANARY);
      return Date.parse('2026-11-22T18:30:00Z');
    };
    const broken = await startGateway({ app: { clock: { ...systemClock, now } } });
    isBroken = true;
    const answer = await broken.ask('{ viewer { id } }');
    await broken.close();
    expect(answer).toMatchObject({ status: 500, errors: [{ extensions: { code: 'INTERNAL' } }] });
    expect(seen(answer)).not.toMatch(new RegExp(`${CANARY}|node_modules|/src/|stack`));
    expect(answer.extensions.accesslink).toMatchObject({ calls: 0 });
    expect(broken.reports).toMatchObject([{ message: CANARY }]);
  });

  it('outside of GraphQL is told without its stack, and reported', async () => {
    const failing = await startGateway();
    const request = { method: 'GET', url: CANARY, headers: new Headers() } as Request;
    const response = await failing.app.fetch(request);
    await failing.close();
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({
      errors: [{ message: 'Something went wrong in this server', extensions: { code: 'INTERNAL' } }],
    });
    expect(failing.reports).toHaveLength(1);
  });
});

it('a program that dies of a failure says its kind and its place, not its message', async () => {
  const [head, tail] = CANARY.split('-');
  const crash = `process.on('SIGUSR2', () => { throw new RangeError(['${head}', '${tail}'].join('-')) })`;
  const program = startProgram({
    PORT: '0',
    NODE_OPTIONS: `--import ${JSON.stringify(`data:text/javascript,${crash}`)}`,
  });
  await program.url;
  program.child.kill('SIGUSR2');
  expect(await program.ended).toBe(1);
  expect(program.output()).toContain('"kind":"RangeError"');
  expect(program.output()).not.toContain(CANARY);
});
