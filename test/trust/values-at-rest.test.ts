// The files of the store in the hands of somebody else: no value that was measured of a person is readable in any of them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type * as cipher from '../../src/store/crypto/value-cipher.ts';
import { foundInFiles } from '../support/stored-bytes.ts';
import { bar, type Measurement } from './support/bar.ts';
import { type Build, build, withBroken } from './support/build.ts';

const QUESTION =
  '{ viewer { firstName days(range: {lastDays: 10}) { nodes { activity { steps } night { sleepScore recharge { ansCharge } } } } } }';
const COLLECT = 'mutation { collect(kind: PHYSICAL_INFORMATION) { collected } }';
/** Of people, and how AccessLink calls what it has measured: no value is stored without its name. */
const CANARIES = ['Aino', 'Virtanen', 'member-aino', 'sleep_score', 'ans_charge', 'heart_rate_avg', 'steps', 'weight'];

/** How many values are stored, of records and of what was imported. */
function countValues(dataDir: string): { readonly records: number; readonly items: number } {
  const database = new DatabaseSync(join(dataDir, 'accesslink.db'), { readOnly: true });
  const count = (table: string) => Number(database.prepare(`select count(*) as rows from ${table}`).get()?.['rows']);
  const counts = { records: count('records'), items: count('imported_items') };
  database.close();
  return counts;
}

async function measure({ startSignInGateway, createBrowser }: Build): Promise<Measurement> {
  const dataDir = mkdtempSync(join(tmpdir(), 'values-'));
  const gateway = await startSignInGateway({ dataDir });
  const people = gateway.simulator.people.slice(0, 2).map(({ userId }) => userId);
  for (const userId of people) {
    const browser = createBrowser(gateway);
    await browser.signIn(userId);
    await browser.ask(QUESTION);
    await browser.ask(COLLECT);
  }
  await gateway.store.ping();
  // With the log, and without: closing moves what it has into the database.
  const found = foundInFiles(dataDir, CANARIES);
  await gateway.close();
  const breaches = [...new Set([...found, ...foundInFiles(dataDir, CANARIES)])].map((text) => `${text} is in a file`);
  const { records, items } = countValues(dataDir);
  if (records < 20 || items < 1) breaches.push(`only ${records} records and ${items} imported items are stored`);
  if (foundInFiles(dataDir, people).length < people.length) breaches.push('the files are of nobody');
  rmSync(dataDir, { recursive: true });
  return {
    figure: `${records + items} values of ${people.length} people in files: ${breaches.length} breaches`,
    breaches,
  };
}

bar('values-at-rest', {
  measure: () => measure(build),
  control: () =>
    withBroken<typeof cipher, Measurement>(
      'src/store/crypto/value-cipher.ts',
      () => ({
        encryptValue: (_, text) => Buffer.from(text),
        decryptValue: (_, stored) => Buffer.from(stored).toString(),
      }),
      measure,
    ),
});
