// How long somebody waits for the program to answer first, and for a delivery to become an event: medians in milliseconds.
import { AINO, createWebhook, startWebhookGateway } from '../support/delivering.ts';
import { NOW } from '../support/gateway.ts';
import { subscribeByEvents } from '../support/subscribing.ts';
import { startProgram } from '../server/process.ts';

/** Milliseconds of each round. */
export type Measured = readonly number[];

/** From the start of the program, in demo mode, to its first answer. */
export async function measureStart(rounds: number): Promise<Measured> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    const program = startProgram({ PORT: '0' });
    const response = await fetch(await program.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ viewer { firstName } }"}',
    });
    await response.json();
    times.push(performance.now() - started);
    program.child.kill('SIGTERM');
    await program.ended;
  }
  return times;
}

/** From a delivery of the simulator, which does not delay, to its event at a subscriber. */
export async function measureDelivery(rounds: number): Promise<Measured> {
  const gateway = await startWebhookGateway();
  const times: number[] = [];
  try {
    await createWebhook(gateway);
    const headers = { authorization: await gateway.signIn() };
    const query = 'subscription { dataAvailable { type night { sleepScore } } }';
    const subscriber = await subscribeByEvents(gateway.url, { query, headers });
    for (let round = 1; round <= rounds; round += 1) {
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
  return times;
}
