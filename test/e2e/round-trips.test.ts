// In how many rounds a question is asked: what does not need an answer to know its dates is sent at once. Nobody is answered
// before the whole round has come, so that a question that needs more of them is never answered.
import { expect, it } from 'vitest';
import { createHoldingUpstream } from '../support/holding-upstream.ts';
import { NOW, startGateway } from '../support/gateway.ts';
import { dated } from './dated-queries.ts';
import { questions } from './questions.ts';

it.each(questions)(
  'The rounds of a question are the least: $name',
  async ({ query, paths, rounds = [paths.length] }) => {
    let origin = '';
    const upstream = await createHoldingUpstream(() => origin, rounds);
    const gateway = await startGateway({
      app: (simulator) => {
        origin = simulator.url;
        return { accessLinkUrl: upstream.url };
      },
    });
    const { errors } = await gateway.ask(dated(query, NOW));
    expect(errors).toBeUndefined();
    expect(upstream.rounds().map((round) => round.length)).toEqual(paths.length === 0 ? [] : rounds);
    expect(upstream.rounds().flat().toSorted()).toEqual(paths.map((path) => dated(path, NOW)).toSorted());
    await gateway.close();
    await upstream.close();
  },
);
