// Days of many people over one AccessLink client, through the gate as it is: who wanted how many calls, and got how many.
import { nextTick } from 'node:process';
import type { createGate, Gate } from '../../../src/accesslink/budget/gate.ts';
import type { Pass } from '../../../src/accesslink/budget/pass.ts';
import type { SharedBudget } from '../../../src/accesslink/budget/shared-budget.ts';
import { type CountedUpstream, type Counted, createCountedUpstream, limitsFor } from './counted-upstream.ts';
import { createStepClock, type StepClock } from './step-clock.ts';

export interface SimulationOptions {
  readonly users: number;
  readonly days: number;
  /** Calls that everybody wants together, as a multiple of the long window; the first person's own comes on top. */
  readonly demand: number;
  /** Calls that the first person wants, as a multiple of what each of the others wants. */
  readonly greed?: number;
  readonly stepMs?: number;
  /** One gate for each process; null: it shares with none. */
  readonly processes?: readonly (SharedBudget | null)[];
  /** Every process is replaced by another one, without notice, after each of these milliseconds. */
  readonly restartMs?: number;
  readonly seed?: number;
}

export interface Simulation {
  readonly upstream: CountedUpstream;
  /** Of the first person, and of all others: calls wanted and calls got. */
  readonly first: Outcome;
  readonly others: Outcome;
}

export interface Outcome {
  readonly wanted: number;
  readonly got: number;
}

const DAY_MS = 86_400_000;

/** What builds a gate: the one of the product, or a broken one. */
export type CreateGate = typeof createGate;

/** Runs the days. Calls come at random, by day more than at night, and AccessLink takes one step to answer. */
export async function simulateDays(build: CreateGate, options: SimulationOptions): Promise<Simulation> {
  const { users, days, demand, greed = 1, stepMs = 1_000, processes = [null], seed = 1 } = options;
  const { restartMs = Number.POSITIVE_INFINITY } = options;
  const clock = createStepClock(Date.parse('2026-11-22T00:00:00Z'));
  const upstream = createCountedUpstream(limitsFor(users));
  const start = () => processes.map((shared) => build({ clock, shared }));
  let gates = start();
  const random = createRandom(seed);
  const perStep = (demand * upstream.limits.long * stepMs) / DAY_MS;
  const greedy = greed > 1 ? (perStep * greed) / users : 0;
  const world: World = { clock, upstream, flying: [], first: { wanted: 0, got: 0 }, others: { wanted: 0, got: 0 } };
  for (let at = 0; at < days * DAY_MS; at += stepMs) {
    if (at > 0 && at % restartMs === 0) gates = start();
    answer(world);
    const byDay = 1 + 0.8 * Math.sin((2 * Math.PI * at) / DAY_MS - Math.PI / 2);
    for (let left = drawn(perStep * byDay, random); left > 0; left -= 1) {
      const person = greedy > 0 ? 1 + Math.floor(random() * (users - 1)) : Math.floor(random() * users);
      want(world, gates[Math.floor(random() * gates.length)] as Gate, person);
    }
    for (let left = drawn(greedy, random); left > 0; left -= 1)
      want(world, gates[Math.floor(random() * gates.length)] as Gate, 0);
    await new Promise<void>((resolve) => nextTick(resolve));
    clock.step(stepMs);
  }
  return world;
}

interface World extends Simulation {
  readonly clock: StepClock;
  flying: { readonly pass: Pass; readonly counted: Counted }[];
  readonly first: { wanted: number; got: number };
  readonly others: { wanted: number; got: number };
}

function want(world: World, gate: Gate, person: number): void {
  const outcome = person === 0 ? world.first : world.others;
  outcome.wanted += 1;
  gate.enter({ class: 'person', person: String(person), isProven: true, label: 'GET /' }).then(
    (pass) => {
      const counted = world.upstream.receive(world.clock.elapsed());
      if (!counted.isRefused) outcome.got += 1;
      world.flying.push({ pass, counted });
    },
    () => {},
  );
}

/** The answers to what was sent in the last step. */
function answer(world: World): void {
  const now = world.clock.now();
  const { short, long } = world.upstream.limits;
  const { flying } = world;
  world.flying = [];
  for (const { pass, counted } of flying) {
    const [[shortUsed, longUsed], [shortSeconds, longSeconds]] = [counted.usage, counted.seconds];
    pass.observe({
      short: { used: shortUsed, limit: short, resetsAt: now + shortSeconds * 1000 },
      long: { used: longUsed, limit: long, resetsAt: now + longSeconds * 1000 },
    });
    if (counted.isRefused) void pass.block(60);
    pass.end();
  }
}

/** A whole number that is `mean` on average. */
function drawn(mean: number, random: () => number): number {
  const most = 2 * mean * random();
  return Math.floor(most) + Number(random() < most % 1);
}

/** Numbers from 0 to 1: mulberry32. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
