// A gateway whose repeated answers are counted: what was found in the cache of answers, and what was not.
import type * as answerCache from '../../src/server/graphql/answers/answer-cache.ts';
import type { RememberedAnswer } from '../../src/server/graphql/answers/answer-cache.ts';
import { type Build, withBroken } from '../trust/support/build.ts';

export interface Hits {
  count: number;
}

/** Changes an answer before it is remembered. */
export type Change = (answer: RememberedAnswer) => RememberedAnswer;

/** Runs `use` with gateways whose repeated answers are counted, and remembered as `change` has them. */
export async function withCountedAnswers<Result>(
  use: (build: Build, hits: Hits) => Promise<Result>,
  change: Change = (answer) => answer,
): Promise<Result> {
  const hits: Hits = { count: 0 };
  return withBroken<typeof answerCache, Result>(
    'src/server/graphql/answers/answer-cache.ts',
    ({ createAnswerCache }) => ({
      createAnswerCache: (...options) => {
        const cache = createAnswerCache(...options);
        return {
          ...cache,
          find: (key) => {
            const found = cache.find(key);
            if (found) hits.count += 1;
            return found;
          },
          put: (key, answer) => cache.put(key, change(answer)),
        };
      },
    }),
    (build) => use(build, hits),
  );
}
