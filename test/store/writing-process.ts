// A process that stores transactions until it is killed, and prints the id of each: `node writing-process.ts <folder> <round>`.
import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { readOrCreateKeyFile } from '../../src/store/crypto/key-file.ts';
import { openStore } from '../../src/store/open.ts';
import { itemsOf, transactionOf } from './written-transactions.ts';
import { systemClock } from '../../src/system-clock.ts';

flushCompileCache();
const [folder = '', round = ''] = process.argv.slice(2);
const { imports } = await openStore({
  databaseUrl: null,
  dataDir: folder,
  keys: readOrCreateKeyFile(folder),
  clock: systemClock,
  hasThread: true,
});

for (let index = 0; ; index++) {
  const id = `${round}-${index}`;
  await imports.put(transactionOf(id), itemsOf(id));
  writeSync(1, `${id}\n`);
}
