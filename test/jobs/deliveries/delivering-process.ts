// A gateway as a process of its own, to be killed: node delivering-process.ts <data folder> <simulator's URL> <port> [<URL of Postgres>].
// Claims what a dead one left after a moment, not after minutes.
import { flushCompileCache } from 'node:module';
import { systemClock } from '../../../src/system-clock.ts';
import { createSecret } from '../../../src/secret.ts';
import { createApp } from '../../../src/server/app.ts';
import { listen } from '../../../src/server/listen.ts';
import { readOrCreateKeyFile } from '../../../src/store/crypto/key-file.ts';
import { openStore } from '../../../src/store/open.ts';
import { CLIENT } from '../../support/client.ts';

flushCompileCache();
const [dataDir = '', url = '', port = '0', databaseUrl = null] = process.argv.slice(2);
const keys = readOrCreateKeyFile(dataDir);
const opened = await openStore({ databaseUrl, dataDir, keys, clock: systemClock, hasThread: true });
const { inbox } = opened;
/** Acknowledges each delivery a second before it stores it: a gateway that loses what it has acknowledged. */
const early = async (...given: Parameters<typeof inbox.add>) => {
  setTimeout(() => void inbox.add(...given), 1_000);
  return true;
};
const store = process.env['ACKNOWLEDGE_EARLY'] ? { ...opened, inbox: { ...inbox, add: early } } : opened;
const app = createApp({
  clock: systemClock,
  random: Math.random,
  accessLinkUrl: url,
  defaultUser: null,
  store,
  client: {
    id: CLIENT.id,
    secret: createSecret(CLIENT.secret),
    authorizeUrl: `${url}/oauth2/authorization`,
    tokenUrl: `${url}/v2/oauth2/token`,
  },
  report: (failure) => process.stderr.write(`${String(failure)}\n`),
  timing: { leaseMs: 500, pollMs: 20 },
});
const listening = await listen(app, { host: '127.0.0.1', port: Number(port), clock: systemClock });
process.stdout.write(`${listening.url}\n`);
