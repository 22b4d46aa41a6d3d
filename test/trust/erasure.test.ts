// Somebody has an account erased while questions about it are on their way: nothing is in any file afterwards.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as erasure from '../../src/store/tables/erasure.ts';
import type { Browser } from '../support/signing-in.ts';
import { foundInFiles } from '../support/stored-bytes.ts';
import { bar, type Measurement } from './support/bar.ts';
import { type Build, build, withBroken } from './support/build.ts';

const DISCONNECT = 'mutation { disconnect { confirmed remaining } }';
const ASKERS = 6;
const DAYS = 27;
const CANARIES = ['Aino', 'Virtanen', 'member-aino'];

const questionAbout = (day: number) =>
  `{ viewer { firstName day(date: "2026-11-${String(1 + (day % 22)).padStart(2, '0')}") { activity { steps } night { deviceId } } } }`;

/** Asks on and on; resolves when it was told that it is signed out, or after so many days. */
async function askOn(browser: Browser, first: number): Promise<number> {
  for (let asked = 0; asked < DAYS; asked += 1) {
    const { errors } = await browser.ask(questionAbout(first + asked));
    if (errors) return asked;
  }
  return DAYS;
}

async function measure({ startSignInGateway, createBrowser }: Build): Promise<Measurement> {
  const dataDir = mkdtempSync(join(tmpdir(), 'erasure-'));
  const gateway = await startSignInGateway({ dataDir });
  const browser = createBrowser(gateway);
  const userId = gateway.simulator.people[0]?.userId ?? '';
  await browser.signIn(userId);
  const breaches: string[] = [];
  const canaries = [...CANARIES, userId];
  if (foundInFiles(dataDir, canaries).length === 0) breaches.push('nothing was stored of the person');
  const askers = Array.from({ length: ASKERS }, (_, index) => askOn(browser, index * 4));
  await browser.ask(questionAbout(3));
  const { data } = await browser.ask<{ disconnect: { confirmed: boolean; remaining: number } }>(DISCONNECT);
  if (!data.disconnect.confirmed || data.disconnect.remaining !== 0) breaches.push('the erasure was not confirmed');
  const answered = (await Promise.all(askers)).reduce((sum, count) => sum + count, 0);
  await gateway.store.ping();
  breaches.push(...foundInFiles(dataDir, canaries).map((text) => `${text} is in a file`));
  await gateway.close();
  breaches.push(...foundInFiles(dataDir, canaries).map((text) => `${text} is in a file after the end`));
  rmSync(dataDir, { recursive: true });
  const figure = `${answered} answers beside the erasure, ${canaries.length} canaries: ${breaches.length} found`;
  return { figure, breaches };
}

bar('erasure', {
  measure: () => measure(build),
  control: () =>
    withBroken<typeof erasure, Measurement>(
      'src/store/tables/erasure.ts',
      ({ createErasureStore }) => ({
        createErasureStore: (engine, ...rest) => createErasureStore({ ...engine, purge: async () => {} }, ...rest),
      }),
      measure,
    ),
});
