// The gateway's clock is wrong, or is set: what people are answered then and afterwards, and what AccessLink is asked.
import type * as gates from '../../src/accesslink/budget/gate.ts';
import { addDays, isoDate } from '../../src/calendar.ts';
import { waitAtMost } from '../../src/clock.ts';
import type * as entry from '../../src/loading/cache/entry.ts';
import { systemClock } from '../../src/system-clock.ts';
import { AINO, createWebhook, type WebhookGateway } from '../support/delivering.ts';
import { type Gateway, NOW } from '../support/gateway.ts';
import { openGatewayStore } from '../support/stores.ts';
import { bar, type Measurement } from './support/bar.ts';
import { type Build, build, withBroken } from './support/build.ts';
import { askAll, differencesIn } from './support/questions.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** How far the clock is ahead of AccessLink's. */
const WRONG: readonly number[] = [-10 * DAY, -26 * HOUR, -14 * HOUR, 14 * HOUR, 26 * HOUR, 10 * DAY];
/** By a clock that is further behind, the days of the questions have not begun. */
const MOST_BEHIND = -26 * HOUR;
/** After it, every record of the questions is read again. */
const OLD_MS = 25 * HOUR;
const USER = { polarUserId: AINO, token: 'simulator-token-aino' };
/** Above what a delivery takes on a machine that is busy with something else. */
const PROCESSED_MS = 10_000;
/** No server listens there. */
const NOWHERE = 'http://127.0.0.1:9';

const CHANGED = '{ viewer { day(date: "2026-11-22") { activity { steps } } } }';
/** AccessLink allows so many calls; so many are wanted. */
const CALLS = { allowed: 40, wanted: 60 };

/** The clock is set ahead by so much for each of them, and now and then behind by as much: further than any rate window. */
const STEP_MS = 30 * HOUR;

/** AccessLink's time, and how far the gateway's clock is ahead of it. */
interface Time {
  right: number;
  ahead: number;
}

/** Asks everything, and a day that changes. */
async function answersOf(gateway: Pick<Gateway, 'ask'>) {
  return [...(await askAll(gateway)), { resource: 'a day that changes', answer: await gateway.ask(CHANGED) }];
}

/** A gateway that has nothing in memory, before the AccessLink at an origin. */
const before = (accessLinkUrl: string) => ({ app: { accessLinkUrl, defaultUser: USER } });

/** What one answers that has this store. */
async function answersAfresh({ startGateway }: Build, options: Parameters<typeof startGateway>[0]) {
  const gateway = await startGateway(options);
  const answers = await answersOf(gateway);
  await gateway.close();
  return answers;
}

/** The breaches of a clock that was wrong from the start, and is set right; against one that was right all the time. */
async function breachesWhen(ahead: number, broken: Build): Promise<string[]> {
  const time: Time = { right: NOW, ahead };
  const [now, right] = [() => time.right + time.ahead, () => time.right];
  const opened = await openGatewayStore({}, now);
  const { store } = opened;
  const gateway = await broken.startWebhookGateway({
    now,
    store,
    simulator: { now: right },
    app: { defaultUser: USER },
  });
  const { url } = gateway.simulator;
  const reference = await build.startGateway({ now: right, ...before(url) });
  const hasBegun = ahead >= MOST_BEHIND;
  const found: string[] = [];
  const note = (when: string, breaches: string[]) => found.push(...breaches.map((breach) => `${when}: ${breach}`));

  const [wrong, known] = [await answersOf(gateway), await answersOf(reference)];
  if (hasBegun) note('while it is wrong', differencesIn(wrong, known));
  await createWebhook(gateway);
  note('while it is wrong', await undelivered(gateway, hasBegun));
  time.ahead = 0;
  const stored = await answersAfresh(broken, { now, store, ...before(NOWHERE) });
  if (hasBegun) note('while AccessLink is down', differencesIn(stored, known));

  gateway.simulator.addExercise(AINO);
  time.right += OLD_MS;
  const after = await answersOf(reference);
  note('after a restart', differencesIn(await answersAfresh(broken, { now, store, ...before(url) }), after));
  note('when it is right', differencesIn(await answersOf(gateway), after));
  note('when it is right', await undelivered(gateway, true));
  note('reports', [...gateway.reports, ...reference.reports].map(String));
  await Promise.all([gateway.close(), reference.close()]);
  await opened.close();
  return found;
}

/** What is wrong with a delivery: it is acknowledged, and processed. One of a day that has not begun waits for that. */
async function undelivered(gateway: WebhookGateway, hasBegun: boolean): Promise<string[]> {
  await gateway.signIn();
  const status = await gateway.simulator.deliver({ type: 'SLEEP', userId: AINO, date: '2026-11-20' });
  const waiting = hasBegun
    ? await waitAtMost(systemClock, PROCESSED_MS, gateway.idle()).then(() => gateway.store.inbox.pending())
    : 0;
  return [
    ...(status === 200 ? [] : [`a delivery got the status ${status}`]),
    ...(waiting === 0 ? [] : ['a delivery is not processed']),
  ];
}

/** How often AccessLink says 429 while the clock is set again and again. */
async function rejectedBy({ startGateway }: Build): Promise<string[]> {
  const time: Time = { right: NOW, ahead: 0 };
  const gateway = await startGateway({
    now: () => time.right + time.ahead,
    store: {},
    simulator: { now: () => time.right, limits: { short: CALLS.allowed, long: 100_000 } },
  });
  for (let call = 0; call < CALLS.wanted; call += 1) {
    time.ahead = (call % 4 === 3 ? -call : call) * STEP_MS;
    await gateway.ask(`{ viewer { day(date: "${addDays(isoDate('2026-10-31'), -call)}") { activity { steps } } } }`);
  }
  const { requests } = gateway.simulator;
  const rejected = requests.filter(({ status }) => status === 429).length;
  await gateway.close();
  const isUsed = requests.length >= CALLS.allowed / 2;
  return [
    ...(rejected > 0 ? [`${rejected} of ${requests.length} calls got the status 429`] : []),
    ...(isUsed ? [] : [`only ${requests.length} calls were sent`]),
  ];
}

async function measure(broken: Build): Promise<Measurement> {
  const breaches = await rejectedBy(broken);
  for (const ahead of WRONG) {
    const found = await breachesWhen(ahead, broken);
    breaches.push(...found.map((breach) => `${ahead / HOUR} hours ahead, ${breach}`));
  }
  return { figure: `${WRONG.length} wrong clocks: ${breaches.length} breaches`, breaches };
}

/** The rate windows by the clock that may step. */
const byClockOfTheDay = ({ createGate }: typeof gates): Partial<typeof gates> => ({
  createGate: (options) => createGate({ ...options, clock: { ...options.clock, elapsed: options.clock.now } }),
});

/** Both ways in which a defence is missing must be found. */
async function control(): Promise<Measurement> {
  const rejected = await withBroken<typeof gates, string[]>(
    'src/accesslink/budget/gate.ts',
    byClockOfTheDay,
    rejectedBy,
  );
  const believed = await withBroken<typeof entry, string[]>(
    'src/loading/cache/entry.ts',
    () => ({ isFromFuture: () => false }),
    (broken) => breachesWhen(10 * DAY, broken),
  );
  const breaches = [rejected, believed].some(({ length }) => length === 0) ? [] : [...rejected, ...believed];
  return { figure: `${rejected.join()}; ${believed.length} answers of old`, breaches };
}

bar('clock', { measure: () => measure(build), control, timeout: 120_000 });
