// AccessLink says once, or twice, that there is nothing of what exists: of every resource, in three ways.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as absence from '../../src/loading/cache/absence.ts';
import { NOW, type Gateway } from '../support/gateway.ts';
import { bar, type Measurement } from './support/bar.ts';
import { BLIPS, type BlipName, blipsBefore } from './support/blips.ts';
import { type Build, build, withBroken } from './support/build.ts';
import { type Fault, FAULTS, type FaultyUpstream, startFaultyUpstream } from './support/faulty-upstream.ts';
import { type Answers, askAll, differencesIn, QUESTIONS } from './support/questions.ts';

const MINUTE = 60_000;
/** After it, every record of the questions is read again. */
const OLD_MS = 25 * 60 * MINUTE;
/** After it, "nothing" that is doubtful is asked again. */
const DOUBTED_MS = 6 * MINUTE;
/** After it, the day of the questions is one that AccessLink may have stopped serving. */
const HISTORY_MS = 40 * 24 * 60 * MINUTE;
/** What is of no day is never history. */
const UNDATED: ReadonlySet<string> = new Set(['available nights', 'physical information', 'the user']);

/** A gateway before which AccessLink's data stay as they are, however late it is. */
interface Site {
  readonly upstream: FaultyUpstream;
  readonly blips: Readonly<Record<BlipName, Fault>>;
  /** What a gateway answers that was never told "nothing". */
  readonly healthy: Answers;
  /** Starts one, with a store in this folder. */
  start(dataDir: string): Promise<Gateway>;
  /** Lets time pass, for gateways only. */
  wait(milliseconds: number): void;
}

async function withSite<Result>(startGateway: Build['startGateway'], use: (site: Site) => Promise<Result>) {
  let later = 0;
  const reference = await startGateway();
  const { url, people } = reference.simulator;
  const upstream = await startFaultyUpstream(url);
  const defaultUser = { polarUserId: people[0]?.userId ?? '', token: people[0]?.token ?? '' };
  const app = { accessLinkUrl: upstream.url, defaultUser };
  const site: Site = {
    upstream,
    blips: blipsBefore(url),
    healthy: await askAll(reference),
    start: (dataDir) => startGateway({ now: () => NOW + later, store: { dataDir }, app }),
    wait: (milliseconds) => void (later += milliseconds),
  };
  try {
    return await use(site);
  } finally {
    await upstream.close();
    await reference.close();
  }
}

/** Where answers are not what AccessLink has. */
const lostIn = (answers: Answers, { healthy }: Site) => differencesIn(answers, healthy);

/** Where AccessLink was not asked, so that it had no opportunity to say "nothing". */
function unaskedIn(answers: Answers): string[] {
  const isAsked = ({ calls, joined }: Answers[0]['answer']['extensions']['accesslink']) => calls + joined > 0;
  return answers.flatMap(({ resource, answer }) =>
    isAsked(answer.extensions.accesslink) ? [] : [`${resource}: AccessLink is not asked`],
  );
}

/** All that is lost to one way of saying "nothing": said once, after a restart, and twice. */
async function lossesTo(fault: Fault, dataDir: string, site: Site): Promise<string[]> {
  const found: string[] = [];
  const note = (when: string, breaches: string[]) => found.push(...breaches.map((breach) => `${when}: ${breach}`));
  const ask = async (gateway: Gateway, answer: Fault | null) => {
    site.upstream.set(answer);
    return askAll(gateway);
  };
  const first = await site.start(dataDir);
  note('before', lostIn(await ask(first, null), site));
  site.wait(OLD_MS);
  const once = await ask(first, fault);
  note('once', [...lostIn(once, site), ...unaskedIn(once)]);
  await first.close();

  const second = await site.start(dataDir);
  note('once more after a restart', lostIn(await ask(second, fault), site));
  await second.close();

  const third = await site.start(dataDir);
  site.wait(DOUBTED_MS);
  note('while AccessLink is down', lostIn(await ask(third, FAULTS['the status 418'] ?? null), site));
  for (const _ of ['first', 'second']) {
    await ask(third, fault);
    site.wait(DOUBTED_MS);
  }
  site.wait(OLD_MS);
  note('afterwards', lostIn(await ask(third, null), site));
  site.wait(HISTORY_MS);
  for (const time of ['first', 'second', 'third']) {
    const lost = lostIn(await ask(third, fault), site);
    note(
      `of history, the ${time} time`,
      lost.filter((one) => !UNDATED.has(one.split(':')[0] ?? '')),
    );
    site.wait(DOUBTED_MS);
  }
  note('reports', third.reports.map(String));
  await third.close();
  return found;
}

/** What is lost to one way of saying "nothing", at a place of its own. */
async function lostTo(name: BlipName, startGateway: Build['startGateway']): Promise<string[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'blip-'));
  const found = await withSite(startGateway, (site) => lossesTo(site.blips[name], dataDir, site));
  rmSync(dataDir, { recursive: true });
  return found.map((breach) => `${name}, ${breach}`);
}

async function measure({ startGateway }: Build): Promise<Measurement> {
  const breaches: string[] = [];
  for (const name of BLIPS) breaches.push(...(await lostTo(name, startGateway)));
  const resources = Object.keys(QUESTIONS).length;
  return { figure: `${BLIPS.length} blips x ${resources} resources: ${breaches.length} lost`, breaches };
}

bar('blip', {
  measure: () => measure(build),
  control: () =>
    withBroken<typeof absence, Measurement>(
      'src/loading/cache/absence.ts',
      () => ({ isConfirmed: () => true }),
      measure,
    ),
  timeout: 120_000,
});
