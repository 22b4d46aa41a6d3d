// The rate windows in an answer that is repeated: the one part of it that is of the moment.
import { expect, it } from 'vitest';
import { withCountedAnswers } from '../support/repeated-answers.ts';

const REPEATED = '{ viewer { polarUserId night(date: "2026-11-20") { date sleepScore recharge { ansCharge } } } }';

it('An answer that is repeated has the rate windows of now, each time', async () => {
  await withCountedAnswers(async ({ startGateway }, hits) => {
    const gateway = await startGateway();
    const windowsIn = ({ extensions }: { readonly extensions: { readonly accesslink: object } }) =>
      Reflect.get(extensions.accesslink, 'rateLimit') as unknown;
    const seen: unknown[] = [];
    for (const date of ['2026-11-19', '2026-11-18', '2026-11-18', '2026-11-17']) {
      await gateway.ask('query($d: Date!) { viewer { day(date: $d) { activity { steps } } } }', {
        variables: { d: date },
      });
      for (let time = 0; time < 3; time += 1) seen.push(windowsIn(await gateway.ask(REPEATED)));
      expect(seen.at(-1)).toEqual(windowsIn(await gateway.ask('{ viewer { polarUserId } }')));
    }
    expect(new Set(seen.map((windows) => JSON.stringify(windows))).size).toBe(3);
    expect(hits.count).toBeGreaterThan(8);
    await gateway.close();
  });
});
