// A process that imports everything of some kinds, again and again, until it is killed:
// `node importing-process.ts <folder> <url> <user> <token> <kind>...`.
import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { createTransport } from '../../../src/accesslink/transport.ts';
import { systemClock } from '../../../src/system-clock.ts';
import { createImporter } from '../../../src/jobs/import/importer.ts';
import { createSecret } from '../../../src/secret.ts';
import type { ImportKind } from '../../../src/store/contract/imports.ts';
import { readOrCreateKeyFile } from '../../../src/store/crypto/key-file.ts';
import { openStore } from '../../../src/store/open.ts';

flushCompileCache();
const [folder = '', url = '', polarUserId = '', token = '', ...kinds] = process.argv.slice(2);
const store = await openStore({
  databaseUrl: null,
  dataDir: folder,
  keys: readOrCreateKeyFile(folder),
  clock: systemClock,
  hasThread: true,
});
const { send, openFile } = createTransport({ origin: url, clock: systemClock });
const importer = createImporter({ store: store.imports, clock: systemClock });
const request = { polarUserId, token: createSecret(token), send, openFile };
writeSync(1, `ready ${process.pid}\n`);
for (;;) {
  for (const kind of kinds) {
    const { failure } = await importer(request, kind as ImportKind);
    if (failure) throw failure;
  }
  writeSync(1, 'done\n');
}
