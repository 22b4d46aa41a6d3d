// A process that claims a delivery and a duty, says so, and does nothing about them: `node holding-process.ts <folder>`.
import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { readOrCreateKeyFile } from '../../src/store/crypto/key-file.ts';
import { openStore } from '../../src/store/open.ts';
import { systemClock } from '../../src/system-clock.ts';
import { delivery } from './samples.ts';
import { MINUTE, NOW } from './test-database.ts';

flushCompileCache();
const [dataDir = ''] = process.argv.slice(2);
const keys = readOrCreateKeyFile(dataDir);
const { inbox, duties } = await openStore({ databaseUrl: null, dataDir, keys, clock: systemClock, hasThread: true });
await inbox.add(delivery('a'));
await inbox.claim({ now: NOW, leaseMs: MINUTE, limit: 1 });
const duty = { name: 'duty', holder: 'first', now: NOW, leaseMs: MINUTE };
await duties.claim(duty, MINUTE);
await duties.save(duty, 'half');
writeSync(1, 'ready\n');
setInterval(() => {}, 60_000);
