// From the store after a restart: the records of 28 days of 5 resources, against the same from memory, on both engines.
import { median } from '../arithmetic.ts';
import { fillStore } from '../filling.ts';
import { runClosedLoop } from '../load/generator.ts';
import { requestsTo } from '../load/request.ts';
import { FIVE_RESOURCES, range, SETTLED_DAYS, tokenOf } from '../operations.ts';
import { assertNoCalls } from '../remembered.ts';
import { type Bench, type Figure, type Findings, scaled } from '../row.ts';
import { withEngine, type Engine } from '../servers/engines.ts';
import { type Gateway, type GatewayOptions, startGateway } from '../servers/gateway.ts';
import { number, tableOf } from '../text.ts';

const PEOPLE = { warmUp: 20, measured: 20 };
/** Each time with other variables. */
const TIMES_FROM_MEMORY = 4;

interface Measured {
  readonly ms: number;
  readonly cpuMs: number;
}
interface Restart {
  readonly store: Measured;
  readonly memory: Measured;
}

/** Wall time of an answer, as a multiple: what Postgres works is not in our CPU. */
export async function measureRestart(bench: Bench): Promise<Findings> {
  const sqlite = await restartsOf('sqlite', bench);
  const postgres = await restartsOf('postgres', bench);
  const rows = [...rowsOf('SQLite', sqlite), ...rowsOf('Postgres', postgres)];
  return {
    figures: { 'restart-sqlite': figureOf(sqlite), 'restart-postgres': figureOf(postgres) },
    details: tableOf(['engine, from', 'p50 ms', 'CPU ms an answer'], rows),
  };
}

function restartsOf(engine: Engine, bench: Bench): Promise<Restart[]> {
  return withEngine(engine, async (options) => {
    const people = PEOPLE.warmUp + scaled(bench, PEOPLE.measured);
    await fillStore(bench, options, { query: FIVE_RESOURCES, group: 'stored', people, days: 28 + SETTLED_DAYS });
    const restarts: Restart[] = [];
    for (let repeat = 0; repeat < bench.repeats; repeat += 1) {
      restarts.push(await restart(options, bench, people));
    }
    return restarts;
  });
}

async function restart(options: Partial<GatewayOptions>, bench: Bench, people: number): Promise<Restart> {
  const gateway = await startGateway({ upstream: bench.upstream.origin, ...options });
  try {
    await bench.upstream.take();
    await ask(gateway, { from: 0, to: PEOPLE.warmUp, first: 28 });
    for (let time = 0; time < TIMES_FROM_MEMORY; time += 1) {
      await ask(gateway, { from: 0, to: PEOPLE.warmUp, first: 29 + time });
    }
    const store = await ask(gateway, { from: PEOPLE.warmUp, to: people, first: 28 });
    const memory: Measured[] = [];
    for (let time = 0; time < TIMES_FROM_MEMORY; time += 1) {
      memory.push(await ask(gateway, { from: PEOPLE.warmUp, to: people, first: 29 + time }));
    }
    await assertNoCalls(bench);
    const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
    return {
      store,
      memory: { ms: median(memory.map(({ ms }) => ms)), cpuMs: mean(memory.map(({ cpuMs }) => cpuMs)) },
    };
  } finally {
    await gateway.stop();
  }
}

interface Asked {
  readonly from: number;
  readonly to: number;
  readonly first: number;
}

async function ask(gateway: Gateway, { from, to, first }: Asked): Promise<Measured> {
  const request = requestsTo(gateway.origin);
  const before = gateway.cpuSeconds();
  const { times } = await runClosedLoop({
    origin: gateway.origin,
    connections: 1,
    seconds: 120,
    answers: to - from,
    request: (index) => {
      const variables = range(28, SETTLED_DAYS, first);
      return request({ query: FIVE_RESOURCES, variables, token: tokenOf('stored', from + index) });
    },
  });
  return { ms: median(times), cpuMs: ((gateway.cpuSeconds() - before) * 1000) / times.length };
}

function figureOf(restarts: readonly Restart[]): Figure {
  const value = median(restarts.map(({ store, memory }) => store.ms / memory.ms));
  const cpu = median(restarts.map(({ store, memory }) => store.cpuMs / memory.cpuMs));
  const [store, memory] = (['store', 'memory'] as const).map((from) =>
    number(median(restarts.map((one) => one[from].ms))),
  );
  return { value, text: `${number(value)} x (p50 ${store} to ${memory} ms; CPU ${number(cpu)} x)` };
}

function rowsOf(engine: string, restarts: readonly Restart[]): (string | number)[][] {
  return (['store', 'memory'] as const).map((from) => {
    const middle = (name: keyof Measured) => median(restarts.map((one) => one[from][name]));
    return [`${engine}, ${from}`, middle('ms'), middle('cpuMs')];
  });
}
