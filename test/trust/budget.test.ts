// Days of many people over one AccessLink client.
import * as built from '../../src/accesslink/budget/gate.ts';
import type * as admission from '../../src/accesslink/budget/admission.ts';
import { createMemoryBudget } from '../accesslink/budget/memory-budget.ts';
import { type CreateGate, simulateDays, type Simulation } from '../accesslink/budget/simulated-days.ts';
import { isLong } from '../support/long.ts';
import { bar, type Measurement } from './support/bar.ts';
import { withBrokenModule } from './support/build.ts';

interface Client {
  readonly users: number;
  readonly days: number;
  readonly stepMs: number;
}

/** Of the short form, and of the controls: calls without limits show soon. */
const SHORT: readonly Client[] = [
  { users: 1, days: 3, stepMs: 5_000 },
  { users: 100, days: 2, stepMs: 2_000 },
];
const LONG: readonly Client[] = [
  { users: 1, days: 7, stepMs: 2_000 },
  { users: 100, days: 7, stepMs: 1_000 },
  { users: 1_000, days: 7, stepMs: 1_000 },
  { users: 10_000, days: 7, stepMs: 250 },
];
const LONG_MS = 3_600_000;

/** Usage of each whole day in percent. */
function usageOf({ upstream }: Simulation): number[] {
  return upstream.days().map((used) => (100 * used) / upstream.limits.long);
}

function rangeOf(numbers: readonly number[]): string {
  return `${Math.min(...numbers).toFixed(1)} to ${Math.max(...numbers).toFixed(1)} %`;
}

async function measureDays(build: CreateGate, clients: readonly Client[]): Promise<Measurement> {
  const [figures, breaches]: [string[], string[]] = [[], []];
  for (const { users, ...client } of clients) {
    const simulation = await simulateDays(build, { users, demand: 5, ...client });
    const [usage, refused] = [usageOf(simulation), simulation.upstream.refused()];
    figures.push(`${users} users, ${usage.length} days: ${refused} times 429, usage ${rangeOf(usage)}`);
    if (refused > 0) breaches.push(`${users} users: AccessLink refused ${refused} calls`);
    if (usage.some((percent) => percent < 90 || percent > 100)) breaches.push(`${users} users: ${rangeOf(usage)} used`);
  }
  return { figure: figures.join('; '), breaches };
}

async function measureGreed(build: CreateGate): Promise<Measurement> {
  const options = { users: 100, days: isLong ? 7 : 1, demand: 0.5, greed: 1_000 };
  const simulation = await simulateDays(build, options);
  const { others, upstream } = simulation;
  const percent = (100 * others.got) / others.wanted;
  return {
    figure: `the other 99: ${percent.toFixed(2)} % of ${others.wanted} calls, usage ${rangeOf(usageOf(simulation))}`,
    breaches: [
      ...(percent >= 99 ? [] : [`the others got ${percent.toFixed(2)} %`]),
      ...(upstream.refused() === 0 ? [] : [`AccessLink refused ${upstream.refused()} calls`]),
    ],
  };
}

async function measureTwo(isShared: boolean): Promise<Measurement> {
  const shared = createMemoryBudget({ users: 100 });
  const processes = isShared ? [shared, shared] : [null, null];
  const options = { users: 100, days: isLong ? 7 : 1, demand: 5, processes, restartMs: 300_000 };
  const simulation = await simulateDays(built.createGate, options);
  const [usage, refused] = [usageOf(simulation), simulation.upstream.refused()];
  const breaches = refused === 0 ? [] : [`AccessLink refused ${refused} calls`];
  if (usage.some((percent) => percent < 90 || percent > 100)) breaches.push(`${rangeOf(usage)} used`);
  return { figure: `${refused} times 429, usage ${rangeOf(usage)}`, breaches };
}

bar('budget-days', {
  measure: () => measureDays(built.createGate, isLong ? LONG : SHORT),
  control: () => withoutAdmission((build) => measureDays(build, SHORT)),
  timeout: LONG_MS,
});

bar('budget-neighbour', {
  measure: () => measureGreed(built.createGate),
  control: () => withoutShares(measureGreed),
  timeout: LONG_MS,
});

bar('budget-processes', { measure: () => measureTwo(true), control: () => measureTwo(false), timeout: LONG_MS });

/** A gate that lets every call through. */
function withoutAdmission(use: (build: CreateGate) => Promise<Measurement>): Promise<Measurement> {
  const path = 'src/accesslink/budget/admission.ts';
  const breakIn = ({ createAdmission }: typeof admission) => ({
    createAdmission: () => ({ ...createAdmission(), decide: () => null }),
  });
  return withBrokenModule<typeof admission, Measurement>(path, breakIn, async () => {
    const { createGate } = await import('../../src/accesslink/budget/gate.ts');
    return use(createGate);
  });
}

/** A gate that knows the windows, and nobody's share. */
function withoutShares(use: (build: CreateGate) => Promise<Measurement>): Promise<Measurement> {
  return use((options) => {
    const gate = built.createGate(options);
    return {
      ...gate,
      enter: (call) => gate.enter({ ...call, person: 'everybody' }),
      budget: () => gate.budget(),
      isProven: (person) => gate.isProven(person),
      shareOf: (person) => gate.shareOf(person),
      load: () => gate.load(),
      close: () => gate.close(),
    };
  });
}
