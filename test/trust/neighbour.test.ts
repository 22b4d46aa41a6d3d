// One person asks the dearest operation that is allowed, all the time: what that costs everybody else.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type * as timeSlices from '../../src/server/graphql/time-slices.ts';
import type { Gateway } from '../support/gateway.ts';
import { bar, type Measurement } from './support/bar.ts';
import { type Build, build, withBroken } from './support/build.ts';
import { canaryPerson, startCanaryUpstream } from './support/canary-upstream.ts';

const OTHERS = 10;
/** Answers to others in each half of a round. */
const ANSWERS = 2_000;
/** Rounds take turns with and without the neighbour, so that both meet the same machine. */
const ROUNDS = 9;
const NEIGHBOURS_AT_ONCE = 2;
const PAUSE_MS = 4;
const LIMIT = 2;

const fields = 'date steps energyKcal activeEnergyKcal distanceMeters activityPercent startTime endTime activeDuration';
const DEAREST = `{ viewer { days(range: { lastDays: 366 }) { nodes { date activity { ${fields} fetchedAt } } } } }`;
const USUAL = `{ viewer { days(range: { lastDays: 14 }) { nodes { date activity { ${fields} } night { deviceId } } } } }`;

const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
const percentile = (times: readonly number[], share: number) =>
  times.toSorted((one, other) => one - other)[Math.floor(times.length * share)] ?? Number.NaN;
const median = (values: readonly number[]) => percentile(values, 0.5);

function headersOf(index: number) {
  const { token, userId } = canaryPerson(index);
  return { authorization: `Bearer ${token}`, 'polar-user-id': userId };
}

/** Milliseconds of each answer to the others, who ask side by side, one question after another. */
async function askAsOthers(gateway: Gateway): Promise<number[]> {
  const times: number[] = [];
  const askOften = async (index: number) => {
    for (let count = 0; count < ANSWERS / OTHERS; count += 1) {
      const start = performance.now();
      const { errors } = await gateway.ask(USUAL, { headers: headersOf(index + 1) });
      if (errors) throw new Error(`Cannot ask as person ${index + 1}: ${JSON.stringify(errors)}`);
      times.push(performance.now() - start);
      await pause();
    }
  };
  await Promise.all(Array.from({ length: OTHERS }, (_, index) => askOften(index)));
  return times;
}

/** Asks until it is stopped; how often it was answered. */
function startNeighbour(gateway: Gateway): { stop(): Promise<number> } {
  let [isOver, answers] = [false, 0];
  const askOn = async () => {
    while (!isOver) {
      const { errors } = await gateway.ask(DEAREST, { headers: headersOf(0) });
      if (errors) throw new Error(`Cannot ask as the neighbour: ${JSON.stringify(errors)}`);
      answers += 1;
      // As a socket would: the next request comes with a later turn of the event loop.
      await nextTurn();
    }
  };
  const asking = Promise.all(Array.from({ length: NEIGHBOURS_AT_ONCE }, askOn));
  return {
    stop: async () => {
      isOver = true;
      await asking;
      return answers;
    },
  };
}

async function measure({ startGateway }: Build): Promise<Measurement> {
  const upstream = await startCanaryUpstream(() => 1);
  const gateway = await startGateway({ app: { accessLinkUrl: upstream.url } });
  await gateway.ask(DEAREST, { headers: headersOf(0) });
  await askAsOthers(gateway);
  const [alone, beside]: [number[], number[]] = [[], []];
  let answered = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    alone.push(percentile(await askAsOthers(gateway), 0.99));
    const neighbour = startNeighbour(gateway);
    beside.push(percentile(await askAsOthers(gateway), 0.99));
    answered += await neighbour.stop();
  }
  await gateway.close();
  await upstream.close();
  const ratio = median(beside) / median(alone);
  const figure = `p99 ${median(alone).toFixed(1)} ms alone, ${median(beside).toFixed(1)} ms beside (${answered} answers): ${ratio.toFixed(2)} times`;
  return { figure, breaches: ratio <= LIMIT ? [] : [figure] };
}

// Times of a machine that does other things at the same time say nothing: vitest.config.ts has this file in the long form only.
bar('neighbour', {
  measure: () => measure(build),
  control: () =>
    withBroken<typeof timeSlices, Measurement>(
      'src/server/graphql/time-slices.ts',
      ({ createTimeSlices }) => ({
        createTimeSlices: (options) => createTimeSlices({ ...options, sliceMs: Number.POSITIVE_INFINITY }),
      }),
      measure,
    ),
  timeout: 1_800_000,
});
