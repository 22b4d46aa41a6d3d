// Trials: one odd value at one place of one answer of AccessLink, and what the gateway makes of it.
import { harmIn } from './harm.ts';
import { oddBody } from './odd-body.ts';
import type { OddGateway } from './odd-gateway.ts';
import { oddKeys, type OddValue, oddValues } from './odd-values.ts';
import { type Place, placesOf, valueAt } from './places.ts';
import { seededSample } from './sample.ts';
import { askWith, generalRequest, type Source, sourcesOf } from './sources.ts';
import type { Subject } from './subjects.ts';

interface Trial {
  readonly source: Source;
  readonly place: Place;
  readonly odd: OddValue;
}

/** What went wrong in a trial, and what it was about. */
interface Failure extends Trial {
  readonly problem: string;
}

/** Whether this is `npm run test:odd`, which tries everything. */
export const isWhole = process.env['ODD'] === '1';
/** Another one tries others. */
const SEED = Number(process.env['ODD_SEED'] ?? 1);
const SAMPLE = 12;
const CONCURRENCY = 4;

/** A line for every problem that odd values at some place cause; `count` is how many were tried. */
export async function tryOddValues(
  subject: Subject,
  gateway: OddGateway,
): Promise<{ readonly count: number; readonly problems: string[] }> {
  const all = (await sourcesOf(subject, gateway)).flatMap(trialsOf);
  const trials = isWhole ? all : seededSample(all, SAMPLE, SEED * 100_000 + all.length);
  const failures: Failure[] = [];
  const queue = trials.values();
  const work = async () => {
    for (const trial of queue) {
      const problems = await problemsOf(trial, gateway);
      failures.push(...new Set(problems).values().map((problem) => ({ ...trial, problem })));
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  return { count: trials.length, problems: summaryOf(failures) };
}

function trialsOf(source: Source): Trial[] {
  const { subject, body, located } = source;
  const places = placesOf(subject.record, valueAt(body, located.path), located).filter(({ path }) => path.length > 0);
  return places.flatMap((place) => (place.isKey ? oddKeys : oddValues).map((odd) => ({ source, place, odd })));
}

async function problemsOf({ source, place, odd }: Trial, gateway: OddGateway): Promise<string[]> {
  const { good, body } = source;
  const answer = await askWith(oddBody(body, place, odd), source, gateway);
  if (answer.status !== 200) return [`status ${answer.status}`];
  // Nothing of a body is readable whose only record is none: that is a failure, and no "nothing".
  const isUnreadable = place.item === null && place.name === source.subject.record;
  const found = answer.errors.filter(({ extensions }) => !isUnreadable || extensions.code !== 'UPSTREAM_INVALID');
  const errors = found.map(({ path, extensions }) => `${extensions.code} at ${general(path?.join('.'))}`);
  if (!place.item) return errors;
  const without = (await source.without(place.item)).data;
  const harmed = harmIn({ good: good.data, without, odd: answer.data });
  return [...errors, ...harmed.map((path) => `harm to ${general(path)}`)];
}

/** A path without the places in lists. */
function general(path = 'nowhere'): string {
  return path.replaceAll(/\.\d+/g, '[]');
}

function summaryOf(failures: readonly Failure[]): string[] {
  const whereOf = ({ source, place, problem }: Failure) =>
    `${place.name} of ${generalRequest(source.request)}: ${problem}`;
  return [...Map.groupBy(failures, whereOf)].map(
    ([where, found]) => `${where}: ${found.map(({ odd }) => odd.name).join()}`,
  );
}
