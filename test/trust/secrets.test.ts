// What is written about requests that go wrong, with canaries wherever somebody can put one: no line and no metric has any.
import type * as upstreamFields from '../../src/server/observability/log/upstream-fields.ts';
import { createRequests } from '../server/observability/troubled-requests.ts';
import { startWatchedGateway, type WatchedGateway } from '../server/observability/watched-gateway.ts';
import { CLIENT_SECRET } from '../support/signing-in.ts';
import { AINO, createWebhook } from '../support/delivering.ts';
import { bar, type Measurement } from './support/bar.ts';
import { withBrokenModule } from './support/build.ts';

const TOKEN = { authorization: 'Bearer canary-polar-token', 'polar-user-id': '47119999' };
const DELIVERY = '{"event":"SLEEP","user_id":47119999,"date":"2026-11-21","timestamp":"canary"}';
/** AccessLink's own words. */
const SAID = { error: { error_type: 'ServiceFailure', message: 'canary-said', correlation_id: 'c0441d00-1122' } };

/** Requests of a day on which everything goes wrong, and some that are answered; the signing key of the webhook. */
async function send(gateway: WatchedGateway, session: string): Promise<string> {
  let signingKey = '';
  const { ask, askUnder, deliver, deliverSigned } = createRequests(() => ({ gateway, signingKey }));
  await ask({ authorization: session });
  await askUnder({ kind: 'status', status: 500, json: SAID }, TOKEN);
  await askUnder({ kind: 'garbage' }, TOKEN);
  await askUnder({ kind: 'html', status: 403 }, TOKEN);
  await ask(TOKEN);
  await ask({ 'accesslink-partner-key': 'canary-guess' });
  await ask({ authorization: `Basic ${btoa('canary-client:canary-guess')}` });
  await (await fetch(`${gateway.url}/auth/callback?code=canary-code&state=canary-state`)).text();
  await (await fetch(`${gateway.url}/canary?token=canary`)).text();
  await createWebhook(gateway);
  signingKey = (await gateway.store.webhooks.find())?.key?.reveal() ?? '';
  await deliver(DELIVERY, { 'polar-webhook-signature': 'canary-signature' });
  await deliver('canary', { 'content-encoding': 'gzip' });
  await deliverSigned(DELIVERY);
  await deliverSigned('canary-body');
  await gateway.idle();
  await askUnder({ kind: 'status', status: 429, json: SAID }, { authorization: session });
  return signingKey;
}

async function measure(start: typeof startWatchedGateway): Promise<Measurement> {
  const gateway = await start();
  const session = await gateway.signIn();
  const signingKey = await send(gateway, session);
  gateway.flushLog();
  const aino = gateway.simulator.people.find(({ userId }) => userId === AINO);
  const values = ['canary', 'Canary', '47119999', AINO, 'Aino', CLIENT_SECRET, signingKey, aino?.token ?? 'nobody'];
  const secrets = [...values, session.slice('Bearer '.length)];
  const written = gateway.history.map((line) => JSON.stringify(line)).join('\n') + (await gateway.metrics());
  const kinds = new Set(gateway.history.map(({ event }) => event)).size;
  await gateway.close();
  const breaches = secrets.filter((secret) => written.includes(secret)).map((secret) => `"${secret}" is written`);
  if (kinds < 5) breaches.push(`only ${kinds} kinds of lines are written`);
  return { figure: `${gateway.history.length} lines of ${kinds} kinds: ${breaches.length} secrets`, breaches };
}

bar('secrets', {
  measure: () => measure(startWatchedGateway),
  control: () =>
    withBrokenModule<typeof upstreamFields, Measurement>(
      'src/server/observability/log/upstream-fields.ts',
      (original) => ({
        upstreamFields: (failure) => ({ ...original.upstreamFields(failure), said: failure.upstream?.message ?? '' }),
      }),
      async () => measure((await import('../server/observability/watched-gateway.ts')).startWatchedGateway),
    ),
});
