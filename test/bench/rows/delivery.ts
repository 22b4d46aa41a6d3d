// From a delivery of the simulator, which does not delay, to its event at a subscriber.
import { AINO, createWebhook, startWebhookGateway } from '../../support/delivering.ts';
import { NOW } from '../../support/gateway.ts';
import { subscribeByEvents } from '../../support/subscribing.ts';
import { median } from '../arithmetic.ts';
import { type Bench, type Findings, scaled } from '../row.ts';
import { number } from '../text.ts';

const DELIVERIES = 20;

/** Milliseconds; the gateway is a part of this process, and reads the night from the simulator in between. */
export async function measureDeliveries(bench: Bench): Promise<Findings> {
  const gateway = await startWebhookGateway();
  const times: number[] = [];
  try {
    await createWebhook(gateway);
    const headers = { authorization: await gateway.signIn() };
    const query = 'subscription { dataAvailable { type night { sleepScore } } }';
    const subscriber = await subscribeByEvents(gateway.url, { query, headers });
    for (let round = 1; round <= scaled(bench, DELIVERIES); round += 1) {
      // Deliveries of another second are other deliveries.
      gateway.simulator.setClock(NOW + round * 1000);
      const started = performance.now();
      await gateway.simulator.deliver({ type: 'SLEEP', userId: AINO, date: '2026-11-21' });
      await subscriber.next();
      times.push(performance.now() - started);
      await gateway.idle();
    }
    subscriber.close();
  } finally {
    await gateway.close();
  }
  return { figures: { delivery: { value: median(times), text: `${number(median(times))} ms` } } };
}
