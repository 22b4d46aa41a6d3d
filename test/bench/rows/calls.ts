// Calls and rounds of every question of the suite, and how long its answer takes against one call; all of it cold.
import { dated } from '../../e2e/dated-queries.ts';
import { type Question, questions } from '../../e2e/questions.ts';
import { median, roundsOf } from '../arithmetic.ts';
import { openConnection } from '../load/connection.ts';
import { getRequest, requestsTo } from '../load/request.ts';
import { NIGHTS, tokenOf } from '../operations.ts';
import type { Bench, Findings } from '../row.ts';
import { type Gateway, startGateway } from '../servers/gateway.ts';
import { tableOf } from '../text.ts';
import type { Upstream } from '../upstream/client.ts';

const LATENCY_MS = 100;
const TWENTY_EIGHT_NIGHTS: Question = {
  name: '28 nights, each with recharge and activity',
  query: NIGHTS,
  paths: ['/v3/users/sleep', '/v3/users/nightly-recharge', '/v3/users/activities/?from=$-27&to=$-0'],
};

/** The first person of the simulator. */
const POLAR_USER_ID = '47110001';

/** A question, and the name of those who ask it. */
type QuestionOf = Question & { readonly credential: string };

interface Asked {
  readonly name: string;
  readonly calls: number;
  readonly least: number;
  readonly rounds: number;
  readonly ms: number;
  /** The slowest of its calls, sent alone; 0 where it has none. */
  readonly callMs: number;
}

export async function measureCalls(bench: Bench): Promise<Findings> {
  const { upstream } = bench;
  const gateway = await startGateway({ upstream: upstream.origin });
  try {
    await upstream.set({ simulated: true, recording: true, latencyMs: LATENCY_MS });
    const asked: Asked[] = [];
    for (const question of [...questions, TWENTY_EIGHT_NIGHTS]) {
      const credential = `calls-${asked.length}`;
      asked.push(await ask({ ...question, credential }, bench, gateway));
    }
    return findingsOf(asked);
  } finally {
    await upstream.set({ simulated: false, recording: false, latencyMs: 0 });
    await gateway.stop();
  }
}

const HEAD = [
  'question, cold, 100 ms upstream',
  'calls',
  'least',
  'round trips',
  'answer ms',
  'one call ms',
  'times one',
];

function findingsOf(asked: readonly Asked[]): Findings {
  const calls = asked.reduce((sum, one) => sum + Math.abs(one.calls - one.least), 0);
  const rounds = asked.reduce((sum, one) => sum + Math.max(0, one.rounds - Math.min(1, one.least)), 0);
  const more = asked.filter((one) => one.rounds > 1).map(({ name }) => name);
  const named = more.length === 0 ? '' : ` (${more.join('; ')})`;
  const rows = asked.map((one) => {
    const counts = [one.calls, one.least, one.rounds].map(String);
    return [one.name, ...counts, one.ms, one.callMs, one.callMs === 0 ? '-' : one.ms / one.callMs];
  });
  return {
    figures: {
      calls: { value: calls, text: `${calls} over ${asked.length} questions` },
      rounds: { value: rounds, text: `${rounds} over ${asked.length} questions${named}` },
    },
    details: tableOf(HEAD, rows),
  };
}

/** The medians of the repeats: each is somebody else's, so that nothing is in memory. */
async function ask(question: QuestionOf, { upstream, repeats }: Bench, { origin }: Gateway): Promise<Asked> {
  const request = requestsTo(origin);
  const connection = await openConnection(origin);
  const results: Omit<Asked, 'name' | 'least'>[] = [];
  const query = dated(question.query, Date.now());
  // One before the others: the simulator makes its data when they are first asked for.
  for (let repeat = 0; repeat <= repeats; repeat += 1) {
    await upstream.take();
    const token = tokenOf(question.credential, repeat);
    const sent = performance.now();
    const { status } = await connection.send(request({ query, token, polarUserId: POLAR_USER_ID }));
    const ms = performance.now() - sent;
    if (status !== 200) throw new Error(`${question.name}: ${status}`);
    const { calls } = await upstream.take();
    if (repeat > 0)
      results.push({ calls: calls.length, rounds: roundsOf(calls), ms, callMs: await slowestCall(question, upstream) });
  }
  connection.close();
  const middle = (name: keyof (typeof results)[number]) => median(results.map((one) => one[name]));
  const { name, paths } = question;
  return {
    name,
    least: paths.length,
    calls: middle('calls'),
    rounds: middle('rounds'),
    ms: middle('ms'),
    callMs: middle('callMs'),
  };
}

/** At most three of them: they are alike. */
async function slowestCall({ paths }: Question, { origin }: Upstream): Promise<number> {
  const connection = await openConnection(origin);
  const times: number[] = [];
  for (const path of paths.slice(0, 3)) {
    const sent = performance.now();
    await connection.send(getRequest(origin, dated(path, Date.now())));
    times.push(performance.now() - sent);
  }
  connection.close();
  return Math.max(0, ...times);
}
