// A process that keeps transactions until it is killed, and says which: `node writer.ts <folder> <round>`.
import { writeSync } from 'node:fs';
import { readOrCreateKeyFile } from '../../src/store/crypto/key-file.ts';
import { openStore } from '../../src/store/open.ts';
import { itemsOf, transactionOf } from './kept.ts';
import { systemClock } from '../../src/system-clock.ts';

const [folder = '', round = ''] = process.argv.slice(2);
const { imports: collections } = await openStore({
  databaseUrl: null,
  dataDir: folder,
  keys: readOrCreateKeyFile(folder),
  clock: systemClock,
});

for (let index = 0; ; index++) {
  const id = `${round}-${index}`;
  await collections.put(transactionOf(id), itemsOf(id));
  writeSync(1, `${id}\n`);
}
