// Every way in which AccessLink fails, for every resource: the field has a typed error, and nothing of it is remembered.
import type * as responseErrors from '../../src/accesslink/response-errors.ts';
import type { Clock } from '../../src/clock.ts';
import { systemClock } from '../../src/system-clock.ts';
import { NOW } from '../support/gateway.ts';
import { bar, type Measurement } from './support/bar.ts';
import { type Build, build, withBroken } from './support/build.ts';
import { firstDifference } from './differential/difference.ts';
import { FAULTS, startFaultyUpstream } from './support/faulty-upstream.ts';
import { type Answers, askAll, HEADERS, QUESTIONS } from './support/questions.ts';

/** What may be said about a failure of AccessLink. */
const CODES = new Set([
  'UPSTREAM_UNAVAILABLE',
  'UPSTREAM_TIMEOUT',
  'UPSTREAM_INVALID',
  'RATE_LIMITED',
  'REAUTHENTICATE',
  'CONSENT_REQUIRED',
  'NOT_REGISTERED',
]);
/** Above what an answer takes on a machine that is busy with something else. */
const TIMEOUTS = { connect: 20_000, headers: 20_000, total: 40_000 };
/** How many times as fast timers run while AccessLink withholds its answers. */
const HASTE = 30;
/** After it, nothing that was learnt from a failure still holds. */
const LATER_MS = 25 * 3_600_000;
/** As many connections as the gateway opens at a time, at most. */
const CONNECTIONS = 32;
/** After an outage one request is tried before the others are sent: this one, which is about no day of the questions. */
const PROBE = '{ viewer { day(date: "2026-11-10") { cardioLoad { strain } } } }';

function untyped(answers: Answers): string[] {
  return answers.flatMap(({ resource, answer: { errors = [] } }) => {
    const codes = errors.map(({ extensions }) => extensions.code);
    return codes.length > 0 && codes.every((code) => CODES.has(code))
      ? []
      : [`${resource}: ${codes.join() || 'no error'}`];
  });
}

function remembered(answers: Answers, healthy: Answers): string[] {
  return answers.flatMap(({ resource, answer: { data, errors, extensions } }, index) => {
    const difference = errors ? JSON.stringify(errors) : firstDifference(data, healthy[index]?.answer.data);
    const isAsked = extensions.accesslink.calls + extensions.accesslink.joined > 0;
    return difference === null && isAsked ? [] : [`${resource} afterwards: ${difference ?? 'not asked again'}`];
  });
}

async function measure({ startGateway }: Build, faults = Object.keys(FAULTS)): Promise<Measurement> {
  const reference = await startGateway();
  const upstream = await startFaultyUpstream(reference.simulator.url);
  const healthy = await askAll(reference);
  const breaches: string[] = [];
  for (const name of faults) {
    let [later, speed] = [0, HASTE];
    const clock: Clock = {
      ...systemClock,
      now: () => NOW + later,
      elapsed: () => systemClock.elapsed() + later,
      after: (milliseconds, task) => systemClock.after(milliseconds / speed, task),
    };
    const gateway = await startGateway({
      app: ({ people: [person] }) => ({
        accessLinkUrl: upstream.url,
        timeouts: TIMEOUTS,
        clock,
        defaultUser: { polarUserId: person?.userId ?? '', token: person?.token ?? '' },
      }),
    });
    upstream.set(FAULTS[name] ?? null);
    const failed = await askAll(gateway);
    upstream.set(null);
    [later, speed] = [LATER_MS, 1];
    await gateway.ask(PROBE, { headers: HEADERS });
    const found = [...untyped(failed), ...remembered(await askAll(gateway), healthy)];
    const open = await upstream.connections();
    if (open > CONNECTIONS) found.push(`${open} connections are open`);
    found.push(...gateway.reports.map((report) => `unexpected: ${String(report)}`));
    await gateway.close();
    breaches.push(...found.map((breach) => `${name}: ${breach}`));
  }
  await upstream.close();
  await reference.close();
  const resources = Object.keys(QUESTIONS).length;
  return {
    figure: `${faults.length} faults x ${resources} resources: ${breaches.length} untyped, remembered or leaked`,
    breaches,
  };
}

bar('faults', {
  measure: () => measure(build),
  control: () =>
    withBroken<typeof responseErrors, Measurement>(
      'src/accesslink/response-errors.ts',
      () => ({ errorForResponse: async () => null }),
      (broken) => measure(broken, ['the status 500']),
    ),
  timeout: 300_000,
});
