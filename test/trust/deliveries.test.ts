// Deliveries at a steady rate while AccessLink is down, until the process is killed.
import { deliverMany } from '../jobs/deliveries/many-deliveries.ts';
import { isLong } from '../support/long.ts';
import { bar, type Measurement } from './support/bar.ts';

const RATE = isLong ? { seconds: 60, perSecond: 500 } : { seconds: 1, perSecond: 200 };
/** Looked at in the long form only: times of a machine that does other things meanwhile say nothing. */
const LIMIT_MS = isLong ? 200 : Infinity;

async function measure(rate: typeof RATE, acknowledgesEarly: boolean): Promise<Measurement> {
  const { sent, acknowledged, stored, quantile } = await deliverMany({ ...rate, acknowledgesEarly });
  const p99 = quantile(0.99);
  return {
    figure: `${sent} sent, ${acknowledged} acknowledged with a p99 of ${p99} ms, ${acknowledged - stored} lost by the kill`,
    breaches: [
      ...(acknowledged === sent ? [] : [`${sent - acknowledged} were not acknowledged`]),
      ...(stored === acknowledged ? [] : [`${acknowledged - stored} were lost`]),
      ...(p99 < LIMIT_MS ? [] : [`the p99 was ${p99} ms`]),
    ],
  };
}

bar('deliveries', {
  measure: () => measure(RATE, false),
  control: () => measure({ seconds: 1, perSecond: 50 }, true),
  timeout: 180_000,
});
