// A thousand operations that miss the same record at once.
import type * as inFlight from '../../src/loading/cache/in-flight.ts';
import { bar, type Measurement } from './support/bar.ts';
import { type Build, build, withBroken } from './support/build.ts';

const MISSES = 1_000;
const QUERY = '{ viewer { day(date: "2026-11-20") { activity { steps } } } }';

async function measure({ startGateway }: Build): Promise<Measurement> {
  const gateway = await startGateway();
  const answers = await Promise.all(Array.from({ length: MISSES }, () => gateway.ask(QUERY)));
  const calls = gateway.simulator.requests.length;
  await gateway.close();
  const failed = answers.filter(({ errors }) => errors !== undefined).length;
  return {
    figure: `${MISSES} operations: ${calls} calls`,
    breaches: [
      ...(calls === 1 ? [] : [`${calls} calls were sent`]),
      ...(failed === 0 ? [] : [`${failed} operations failed`]),
    ],
  };
}

bar('single-flight', {
  measure: () => measure(build),
  control: () =>
    withBroken<typeof inFlight, Measurement>(
      'src/loading/cache/in-flight.ts',
      () => ({ createInFlightRequests: () => ({ find: () => undefined, start: () => {} }) }),
      measure,
    ),
});
