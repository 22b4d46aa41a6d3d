// A process that collects everything, again and again, until it is killed: `node victim.ts <folder> <url> <user> <token>`.
import { writeSync } from 'node:fs';
import { createTransport } from '../../../src/accesslink/transport.ts';
import { createImporter } from '../../../src/jobs/import/importer.ts';
import { createSecret } from '../../../src/secret.ts';
import { readOrCreateKeyFile } from '../../../src/store/crypto/key-file.ts';
import { openStore } from '../../../src/store/open.ts';
import { systemClock } from '../../../src/system-clock.ts';

const [folder = '', url = '', polarUserId = '', token = ''] = process.argv.slice(2);
const store = await openStore({ databaseUrl: null, dataDir: folder, keys: readOrCreateKeyFile(folder) });
const { send, openFile } = createTransport({ origin: url, clock: systemClock });
const collect = createImporter({ store: store.imports, now: Date.now });
const errand = { polarUserId, token: createSecret(token), send, openFile };
writeSync(1, `ready ${process.pid}\n`);
for (;;) {
  for (const kind of ['PHYSICAL_INFORMATION', 'ACTIVITY', 'EXERCISE'] as const) {
    const { failure } = await collect(errand, kind);
    if (failure) throw failure;
  }
  writeSync(1, 'done\n');
}
