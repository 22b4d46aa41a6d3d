// Execution in time slices: people take turns, and what is loaded is loaded at once all the same.
import { describe, expect, it } from 'vitest';
import { createTimeSlices } from '../../../src/server/graphql/time-slices.ts';

/** A clock on which work takes as long as a test says, and the slices of one millisecond over it. */
function createWorld() {
  const place = { time: 0 };
  const nextTurn = (task: () => void) => void setImmediate(task);
  const slices = createTimeSlices({ clock: { elapsed: () => place.time, nextTurn }, sliceMs: 1 });
  return { slices, work: (milliseconds: number) => void (place.time += milliseconds) };
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

describe('the slice of an operation', () => {
  it('lasts until the operation has taken as long as a slice', async () => {
    const { slices, work } = createWorld();
    const operation = slices.forOperation('a');
    expect(operation.pause()).toBeUndefined();
    work(1);
    expect([operation.pause(), operation.isLong()]).toEqual([undefined, false]);
    work(0.5);
    const paused = operation.pause();
    expect([paused, operation.isLong()]).toEqual([expect.any(Promise), true]);
    await paused;
    expect(operation.pause()).toBeUndefined();
  });

  it('begins again with the next turn', async () => {
    const { slices, work } = createWorld();
    const operation = slices.forOperation('a');
    void operation.pause();
    work(5);
    await new Promise((resolve) => setImmediate(resolve));
    expect(operation.pause()).toBeUndefined();
  });

  it('is not used up by others, until it has been used up once', async () => {
    const { slices, work } = createWorld();
    const [operation, other] = [slices.forOperation('a'), slices.forOperation('b')];
    void operation.pause();
    work(0.6);
    void other.pause();
    work(0.6);
    expect(operation.pause()).toBeUndefined();
    work(0.6);
    await operation.pause();
    expect(operation.isLong()).toBe(true);
    void other.pause();
    work(1.1);
    expect(operation.pause()).toBeInstanceOf(Promise);
  });

  it('comes to people in turns, however many operations one of them has', async () => {
    const { slices, work } = createWorld();
    const order: string[] = [];
    const run = async (name: string) => {
      const operation = slices.forOperation(name.charAt(0));
      void operation.pause();
      work(2);
      await operation.pause();
      work(2);
      order.push(name);
    };
    await Promise.all(['a1', 'a2', 'a3', 'a4', 'b1', 'b2'].map(run));
    expect(order).toEqual(['a1', 'b1', 'a2', 'b2', 'a3', 'a4']);
  });

  it('comes to the first operation of a person until it has ended', async () => {
    const { slices, work } = createWorld();
    const order: string[] = [];
    const run = async (name: string) => {
      const operation = slices.forOperation(name.charAt(0));
      void operation.pause();
      for (let part = 1; part <= 3; part += 1) {
        work(2);
        await operation.pause();
        order.push(`${name}.${part}`);
      }
    };
    await Promise.all(['a1', 'a2', 'b1'].map(run));
    expect(order).toEqual(['a1.1', 'b1.1', 'a1.2', 'b1.2', 'a1.3', 'b1.3', 'a2.1', 'a2.2', 'a2.3']);
  });
});

describe('values in turn', () => {
  it('come one after another, each when the work on the one before is done, and no longer than a slice', async () => {
    const { slices, work } = createWorld();
    const operation = slices.forOperation('a');
    const order: string[] = [];
    let turn = 0;
    let isDone = false;
    const countTurns = () => {
      turn += 1;
      if (!isDone) setImmediate(countTurns);
    };
    setImmediate(countTurns);
    await Promise.all(
      [1, 2, 3, 4, 5].map(async (value) => {
        await operation.inTurn();
        order.push(`begin ${value} in ${turn}`);
        await Promise.resolve();
        work(0.6);
        order.push(`end ${value}`);
      }),
    );
    isDone = true;
    const turns = order.filter((text) => text.startsWith('begin')).map((text) => Number(text.split(' ').at(-1)));
    expect(order.map((text) => text.split(' in ')[0])).toEqual(
      [1, 2, 3, 4, 5].flatMap((value) => [`begin ${value}`, `end ${value}`]),
    );
    expect(new Set(turns).size).toBe(3);
  });

  it('are watched from the first to the last', async () => {
    const { slices, work } = createWorld();
    const watched: Promise<void>[] = [];
    const operation = slices.forOperation('a', (paused) => void watched.push(paused));
    const order: string[] = [];
    const values = [1, 2].map(async (value) => {
      await operation.inTurn();
      work(2);
      order.push(`value ${value}`);
    });
    expect(watched).toHaveLength(1);
    await Promise.all([...values, watched[0]?.then(() => order.push('watched'))]);
    expect(order.slice(0, 1)).toEqual(['value 1']);
    expect(order.toSorted()).toEqual(['value 1', 'value 2', 'watched']);
    await operation.inTurn();
    expect(watched).toHaveLength(2);
  });
});

describe('the batch of a loader', () => {
  it('waits for everything of its operation that is paused, and for nothing of another', async () => {
    const { slices, work } = createWorld();
    const [operation, other] = [slices.forOperation('a'), slices.forOperation('b')];
    const order: string[] = [];
    void operation.pause();
    work(2);
    const paused = [1, 2].map(async (task) => {
      await operation.pause();
      work(2);
      order.push(`task ${task}`);
    });
    operation.scheduleBatch(() => order.push('batch'));
    other.scheduleBatch(() => order.push('batch of another'));
    await Promise.all(paused);
    await settled();
    expect(order).toEqual(['batch of another', 'task 1', 'task 2', 'batch']);
  });
});

describe('the batch that is scheduled by what was paused', () => {
  it('waits for the last that is paused', async () => {
    const { slices, work } = createWorld();
    const operation = slices.forOperation('a');
    const order: string[] = [];
    void operation.pause();
    work(2);
    const first = operation.pause()?.then(() => operation.scheduleBatch(() => order.push('batch')));
    const last = operation.pause()?.then(() => order.push('last'));
    await Promise.all([first, last]);
    await settled();
    expect(order).toEqual(['last', 'batch']);
  });
});
