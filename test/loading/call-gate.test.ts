// The gate of one operation: what leaves together, what does not leave, and what a wave waits for.
import { describe, expect, it } from 'vitest';
import { AccessLinkError } from '../../src/accesslink/errors.ts';
import type { Transport } from '../../src/accesslink/upstream.ts';
import { createCallGate } from '../../src/loading/call-gate.ts';
import { noStoreTier } from '../../src/loading/cache/store-tier.ts';
import { CallLimitError, UnsentError } from '../../src/loading/errors.ts';
import { createSecret } from '../../src/secret.ts';

/** A gate before a transport that answers when it is told to. */
function gateFor(maxCalls: number) {
  const [sent, answers]: [string[], (() => void)[]] = [[], []];
  const transport: Transport = ({ path }) => {
    sent.push(path);
    return new Promise((resolve, reject) => {
      answers.push(() =>
        path === 'refused'
          ? reject(new AccessLinkError('unauthorized', ''))
          : resolve({ status: 204, body: undefined }),
      );
    });
  };
  const gate = createCallGate(maxCalls);
  const send = gate.wrap(transport);
  const outcomes: string[] = [];
  const ask = (path: string, token = 'one') =>
    void send({ path, authorization: createSecret(token) }).then(
      () => outcomes.push(path),
      (failure: unknown) => outcomes.push(`${path} ${failure instanceof CallLimitError ? failure.planned : 'failed'}`),
    );
  const answer = async () => {
    for (const one of answers.splice(0)) one();
    await settled();
  };
  return { gate, ask, sent, outcomes, answer };
}

/** Everything that needs no answer from the outside has happened. */
const settled = () => new Promise((resolve) => void setImmediate(resolve));
const nextTick = () => new Promise<void>((resolve) => queueMicrotask(() => process.nextTick(resolve)));

describe('the first wave', () => {
  it('leaves as a whole when it is within the limit', async () => {
    const { ask, sent } = gateFor(2);
    ask('a');
    ask('b');
    expect(sent).toEqual([]);
    await settled();
    expect(sent).toEqual(['a', 'b']);
  });

  it('does not leave at all when it would pass the limit, and nothing leaves after it', async () => {
    const { gate, ask, sent, outcomes } = gateFor(2);
    for (const path of ['a', 'b', 'c']) ask(path);
    await settled();
    ask('d');
    await settled();
    expect(sent).toEqual([]);
    expect(outcomes).toEqual(['a 3', 'b 3', 'c 3', 'd 3']);
    expect(gate.rejection()).toMatchObject({ planned: 3, limit: 2, isFirstWave: true });
  });

  it('has what is asked for some turns later, as nested lookups of held records are', async () => {
    const { gate, ask, sent } = gateFor(2);
    ask('a');
    for (let level = 0; level < 30; level += 1) {
      await nextTick();
      await nextTick();
      gate.lookUp();
    }
    ask('b');
    await nextTick();
    ask('c');
    await settled();
    expect(sent).toEqual([]);
  });

  it('waits for reads of the store, however long they take and whether they fail', async () => {
    const { gate, ask, sent } = gateFor(2);
    const [slow, failing] = [Promise.withResolvers<[]>(), Promise.withResolvers<[]>()];
    const tier = gate.watch({ ...noStoreTier, read: () => slow.promise, metadata: () => failing.promise });
    const reads = [tier.read('x', []), tier.metadata('x', '', '').catch(() => [])];
    ask('a');
    await settled();
    await settled();
    expect(sent).toEqual([]);
    failing.reject(new Error('gone'));
    await settled();
    expect(sent).toEqual([]);
    slow.resolve([]);
    void reads[0]?.then(() => ask('b'));
    await Promise.allSettled(reads);
    await settled();
    expect(sent).toEqual(['a', 'b']);
  });
});

describe('a later wave', () => {
  it('that would pass the limit fails by itself, and a smaller one after it leaves', async () => {
    const { gate, ask, sent, outcomes, answer } = gateFor(3);
    ask('a');
    ask('b');
    await settled();
    await answer();
    ask('c');
    ask('d');
    await settled();
    expect(outcomes).toEqual(['a', 'b', 'c 4', 'd 4']);
    ask('e');
    await settled();
    expect(sent).toEqual(['a', 'b', 'e']);
    expect(gate.rejection()).toBeNull();
  });

  it('waits for no reads', async () => {
    const { gate, ask, sent } = gateFor(3);
    ask('a');
    await settled();
    void gate.watch({ ...noStoreTier, read: () => new Promise(() => {}) }).read('x', []);
    ask('b');
    await settled();
    expect(sent).toEqual(['a', 'b']);
  });
});

describe('an operation that is over', () => {
  it('sends nothing more, neither what waits for its wave nor what is asked for afterwards', async () => {
    const { gate, ask, sent, outcomes } = gateFor(9);
    ask('a');
    await gate.end();
    await settled();
    ask('b');
    await settled();
    expect([sent, outcomes, gate.rejection()]).toEqual([[], ['a failed', 'b failed'], null]);
  });

  it('fails what it does not send as others can tell, who send their own', async () => {
    const gate = createCallGate(9);
    const send = gate.wrap(async () => ({ status: 204, body: undefined }));
    await gate.end();
    const failure: unknown = await send({ path: 'a', authorization: createSecret('one') }).catch((thrown) => thrown);
    expect(failure).toBeInstanceOf(UnsentError);
    expect(failure).toMatchObject({ gate });
  });

  it('has ended when what it has sent is answered, however that ends', async () => {
    const { gate, ask, outcomes, answer } = gateFor(9);
    ask('a');
    ask('refused');
    await settled();
    let hasEnded = false;
    void gate.end().then(() => {
      hasEnded = true;
    });
    await settled();
    expect(hasEnded).toBe(false);
    await answer();
    expect([hasEnded, outcomes]).toEqual([true, ['a', 'refused failed']]);
  });
});

it('a credential that AccessLink refused is not sent again, others are', async () => {
  const { ask, sent, outcomes, answer } = gateFor(9);
  ask('refused');
  await settled();
  await answer();
  ask('a');
  ask('b', 'two');
  await settled();
  expect(sent).toEqual(['refused', 'b']);
  expect(outcomes).toEqual(['refused failed', 'a failed']);
});
