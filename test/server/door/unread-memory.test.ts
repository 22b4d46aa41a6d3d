// Forty clients that do not read: what they make the program hold is bounded by the share of one address.
import { expect, it, onTestFinished } from 'vitest';
import { headOf, open } from './raw.ts';
import { serveStub, textAnswer } from './stub-app.ts';

const MB = 1_000_000;
const CLIENTS = 40;
const ANSWER = 'x'.repeat(5.4 * MB);
const SHARE = 16 * MB;

/** How many bytes wait in this process for clients that read nothing, once all have had their answer. */
async function held(perPerson: number): Promise<number> {
  let answered = 0;
  const waiting: (() => number)[] = [];
  const { url, app } = await serveStub({
    fetch: async () => {
      answered += 1;
      return textAnswer(ANSWER);
    },
    unsent: { perPerson, inAll: 1e12 },
  });
  const { add } = app.unsent;
  Object.assign(app.unsent, {
    add: (person: string, answer: { readonly unsent: () => number; readonly drop: () => void }) => {
      waiting.push(answer.unsent);
      return add(person, answer);
    },
  });
  const sockets = Array.from({ length: CLIENTS }, () => open(url, headOf('GET /')).pause());
  onTestFinished(() => sockets.forEach((socket) => socket.destroy()));
  await expect.poll(() => answered, { timeout: 60_000 }).toBe(CLIENTS);
  return waiting.reduce((sum, unsent) => sum + unsent(), 0);
}

it('Forty clients of one address that do not read make the program hold no more than one share', async () => {
  const bounded = await held(SHARE);
  expect(bounded).toBeGreaterThan(0);
  expect(bounded).toBeLessThanOrEqual(SHARE);
});

it('Without a share for each they would make it hold many times as much: the measure can fail', async () => {
  expect(await held(1e12)).toBeGreaterThan(4 * SHARE);
});
