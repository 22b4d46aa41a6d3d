// A large body is read in several turns of the event loop, however fast it comes.
import { describe, expect, it } from 'vitest';
import { readBody } from '../../src/accesslink/body.ts';

const CHUNK_BYTES = 64 * 1024;

/** Reads a text that is there at once; and the most of its chunks that were read in one turn. */
async function read(text: string) {
  let [inTurn, most] = [0, 0];
  const chunks = async function* () {
    for (let from = 0; from < text.length; from += CHUNK_BYTES) {
      inTurn += 1;
      most = Math.max(most, inTurn);
      yield Buffer.from(text.slice(from, from + CHUNK_BYTES));
    }
  };
  const nextTurn = (task: () => void) => {
    setImmediate(() => {
      inTurn = 0;
      task();
    });
  };
  const limits = { maxBytes: 32_000_000, smallBytes: 0, label: 'GET /', onLarge: async () => {}, nextTurn };
  const { blocks } = await readBody({ headers: {}, body: chunks() }, limits);
  return { text: String(Buffer.concat(blocks)), most };
}

describe('a body that is there at once', () => {
  it('is read a few chunks in a turn of the event loop when it is large', async () => {
    const sent = Array.from({ length: 300_000 }, (_, index) => index % 1_000).join();
    const { text, most } = await read(sent);
    expect(text).toBe(sent);
    expect(most).toBeLessThanOrEqual(3);
  });

  it('is read in one turn when it is small', async () => {
    const { text, most } = await read('x'.repeat(CHUNK_BYTES + 1));
    expect([text.length, most]).toEqual([CHUNK_BYTES + 1, 2]);
  });
});
