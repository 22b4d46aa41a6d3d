// Deliveries that Polar has not signed: none is accepted, and none is a failure of the server.
import type * as signature from '../../src/accesslink/signature.ts';
import { createWebhook } from '../support/delivering.ts';
import { forgery } from '../support/forgeries.ts';
import { isLong } from '../support/long.ts';
import { bar, type Measurement } from './support/bar.ts';
import { type Build, build, withBroken } from './support/build.ts';

const FORGERIES = isLong ? 10_000 : 300;
const BODY = '{"event":"SLEEP","user_id":47110001,"date":"2026-11-21","timestamp":"2026-11-22T18:30:00Z"}';

async function measure({ startWebhookGateway }: Build): Promise<Measurement> {
  const gateway = await startWebhookGateway();
  await createWebhook(gateway);
  const key = (await gateway.store.webhooks.find())?.key?.reveal() ?? '';
  const breaches: string[] = [];
  for (let round = 0; round < FORGERIES; round += 1) {
    const { body, headers } = forgery({ body: BODY, key }, round);
    const request = new Request(`${gateway.url}/webhooks/polar`, { method: 'POST', headers, body });
    const { status } = await gateway.app.fetch(request);
    if (status !== 401) breaches.push(`forgery ${round} got the status ${status}`);
  }
  const stored = await gateway.store.inbox.pending();
  if (stored > 0) breaches.push(`${stored} deliveries were stored`);
  breaches.push(...gateway.reports.map((report) => `unexpected: ${String(report)}`));
  await gateway.close();
  return { figure: `${FORGERIES} forged deliveries: ${breaches.length} accepted or failed`, breaches };
}

bar('webhooks', {
  measure: () => measure(build),
  control: () =>
    withBroken<typeof signature, Measurement>(
      'src/accesslink/signature.ts',
      ({ isSignedWith }) => ({
        isSignedWith: (key, body, sent) => isSignedWith(key, body, sent) || (sent ?? '').length === 64,
      }),
      measure,
    ),
  timeout: 300_000,
});
