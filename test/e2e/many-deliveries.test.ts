// Many deliveries while AccessLink is down: each is acknowledged when it is flushed, and none that was is lost by a kill.
// The long form sends 500 a second for a minute and prints how long they waited.
import { expect, it } from 'vitest';
import { deliverMany } from '../jobs/deliveries/many-deliveries.ts';
import { isLong } from '../support/long.ts';

const RATE = isLong ? { seconds: 60, perSecond: 500 } : { seconds: 1, perSecond: 100 };
const LIMIT_MS = 200;

it(`${RATE.perSecond} deliveries a second are acknowledged while AccessLink is down, and survive a kill`, async () => {
  const { sent, acknowledged, stored, quantile } = await deliverMany(RATE);
  const figures = `p50 ${quantile(0.5)} ms, p99 ${quantile(0.99)} ms, longest ${quantile(1)} ms`;
  process.stdout.write(`Deliveries on ${process.env['E2E_ENGINE'] ?? 'sqlite'}: ${figures}\n`);
  expect([sent, acknowledged, stored]).toEqual(Array(3).fill(RATE.seconds * RATE.perSecond));
  // A machine that does other things as well says nothing about time: only the long form looks at it.
  expect(quantile(0.99)).toBeLessThan(isLong ? LIMIT_MS : Infinity);
}, 180_000);
