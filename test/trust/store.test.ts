// A store that is locked, full or gone: whoever asks is answered, and what cannot be stored is not acknowledged.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreError } from '../../src/store/contract/errors.ts';
import type { Store } from '../../src/store/contract/store.ts';
import type * as files from '../../src/store/engines/sqlite-files.ts';
import { AINO, createWebhook, type WebhookGateway } from '../support/delivering.ts';
import { headersOf, NOW } from '../support/gateway.ts';
import { openGatewayStore } from '../support/stores.ts';
import { bar, type Measurement } from './support/bar.ts';
import { type Build, build, withBroken } from './support/build.ts';

const QUESTION = '{ viewer { night(date: "2026-11-21") { sleepScore } } }';
const fileOf = ({ dataDir }: WebhookGateway) => join(dataDir, 'accesslink.db');

/** A disk without space, as every write meets it. */
function full(store: Store): Store {
  const fail = async () => {
    throw new StoreError('unavailable', 'Cannot write: database or disk is full');
  };
  return { ...store, inbox: { ...store.inbox, add: fail }, records: { ...store.records, write: fail } };
}

/** What a person, and a delivery if one is sent, get from a gateway in trouble. */
async function breachesOf(gateway: WebhookGateway, trouble: string, isDelivered: boolean): Promise<string[]> {
  const status = isDelivered
    ? await gateway.simulator.deliver({ type: 'SLEEP', userId: AINO, date: '2026-11-21' })
    : null;
  const { errors } = await gateway.ask(QUESTION, { headers: headersOf(gateway.simulator, 0) });
  return [
    ...(status === null || status === 503 ? [] : [`${trouble}: a delivery got the status ${status}`]),
    ...(errors ? [`${trouble}: a person got ${JSON.stringify(errors)}`] : []),
  ];
}

async function measure({ startWebhookGateway }: Build): Promise<Measurement> {
  const gateway = await startWebhookGateway({ store: { hasLimits: true } });
  await createWebhook(gateway);
  const other = new DatabaseSync(fileOf(gateway));
  other.exec('begin immediate');
  const breaches = await breachesOf(gateway, 'locked', false);
  other.exec('rollback');
  other.close();
  for (const ending of ['', '-wal', '-shm']) rmSync(`${fileOf(gateway)}${ending}`);
  breaches.push(...(await breachesOf(gateway, 'gone', true)));
  const isSeen = await gateway.store.ping().then(
    () => false,
    () => true,
  );
  if (!isSeen) breaches.push('gone: the probe of the store finds nothing');
  await gateway.close();
  breaches.push(...(await whenFull(startWebhookGateway)));
  return { figure: `locked, gone and full: ${breaches.length} wrong answers`, breaches };
}

async function whenFull(startWebhookGateway: Build['startWebhookGateway']): Promise<string[]> {
  const opened = await openGatewayStore({}, () => NOW);
  const gateway = await startWebhookGateway({ store: full(opened.store) });
  await createWebhook(gateway);
  const breaches = await breachesOf(gateway, 'full', true);
  await gateway.close();
  await opened.close();
  return breaches;
}

bar('store', {
  measure: () => measure(build),
  control: () =>
    withBroken<typeof files, Measurement>(
      'src/store/engines/sqlite-files.ts',
      () => ({ createFileCheck: () => () => {} }),
      measure,
    ),
});
