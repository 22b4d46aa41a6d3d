// No token leaves the server: not in a response, not in a report, not in the log of a program that crashes.
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

/** Everything that can be inspected of a value, at any depth. */
const inspected = (value: unknown) =>
  inspect(value, { depth: Number.POSITIVE_INFINITY, showHidden: true, maxStringLength: null });

describe('a token', () => {
  it.each([
    ['is not accepted', null],
    ['meets an error of AccessLink', { kind: 'status', status: 500 }],
    ['gets an unknown status', { kind: 'status', status: 418 }],
    ['meets the rate limit', { kind: 'status', status: 429 }],
    ['gets no response', { kind: 'hang' }],
    ['meets a broken connection', { kind: 'cut' }],
    ['gets a body that is not JSON', { kind: 'garbage' }],
    ['gets an HTML page', { kind: 'html' }],
    ['is redirected', { kind: 'redirect' }],
  ] as const)('does not appear in the response when it %s', async (_, fault) => {
    gateway.simulator.clearFaults();
    if (fault) gateway.simulator.addFault(fault);
    const answer = await gateway.ask(EVERYTHING, { headers: TOKEN });
    expect(answer.errors?.length).toBeGreaterThan(0);
    expect(inspected(answer)).not.toContain(CANARY);
    expect(inspected(answer)).not.toMatch(/node_modules|\/src\/|\bat .*:\d+:\d+/);
    expect(answer.errors?.map(({ extensions }) => extensions.code)).not.toContain('INTERNAL');
  });

  it.each([
    ['without a scheme', { authorization: CANARY }],
    ['with another scheme', { authorization: `Basic ${CANARY}` }],
    ['in two words', { authorization: `Bearer ${CANARY} ${CANARY}` }],
    ['as the user id', { authorization: 'Bearer a', 'polar-user-id': CANARY }],
  ])('does not appear in the response when it is sent %s', async (_, headers) => {
    const answer = await gateway.ask('{ viewer { id } }', { headers });
    expect(answer.errors).toHaveLength(1);
    expect(inspected(answer)).not.toContain(CANARY);
  });

  it('does not appear in a report: none of these failures is reported', () => {
    expect(inspected(gateway.reports)).not.toContain(CANARY);
    expect(gateway.reports).toEqual([]);
  });
});

describe('an unexpected failure', () => {
  it('is reported, and its message does not appear in the response', async () => {
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
    expect(inspected(answer)).not.toMatch(new RegExp(`${CANARY}|node_modules|/src/|stack`));
    expect(answer.extensions.accesslink).toMatchObject({ calls: 0 });
    expect(broken.reports).toMatchObject([{ message: CANARY }]);
  });

  it('outside GraphQL is reported, and its stack does not appear in the response', async () => {
    const failing = await startGateway();
    const get = (name: string) => {
      if (name === 'content-type') throw new Error(CANARY);
      return null;
    };
    const request = { method: 'POST', url: 'http://gateway.test/graphql', headers: { get } } as unknown as Request;
    const response = await failing.app.fetch(request);
    await failing.close();
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({
      errors: [{ message: 'Something went wrong in this server', extensions: { code: 'INTERNAL' } }],
    });
    expect(failing.reports).toHaveLength(1);
  });
});

it('a program that crashes logs the class and the stack of the failure, not its message', async () => {
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
