// A process that stores transactions and deliveries, and between them records, until it is killed, and prints the id of each: `node writing-process.ts <folder> <round>`.
import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { readOrCreateKeyFile } from '../../src/store/crypto/key-file.ts';
import { openStore } from '../../src/store/open.ts';
import { deliveryOf, itemsOf, recordOf, transactionOf } from './written-transactions.ts';
import { systemClock } from '../../src/system-clock.ts';

flushCompileCache();
const [folder = '', round = ''] = process.argv.slice(2);
const { imports, inbox, records } = await openStore({
  databaseUrl: null,
  dataDir: folder,
  keys: readOrCreateKeyFile(folder),
  clock: systemClock,
  hasThread: true,
});

for (let index = 0; ; index++) {
  const id = `${round}-${index}`;
  // Not waited for: what follows comes before, between or after them.
  void records.write({ partition: 'p', polarUserId: transactionOf(id).polarUserId }, [recordOf(id)]);
  await imports.put(transactionOf(id), itemsOf(id));
  await inbox.add(deliveryOf(id));
  writeSync(1, `${id}\n`);
}
