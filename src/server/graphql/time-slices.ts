// Execution in time slices: an operation that takes long lets whatever has arrived meanwhile go first, and people take turns.
import type { Clock } from '../../clock.ts';

export interface TimeSlicesOptions {
  readonly clock: Pick<Clock, 'elapsed' | 'nextTurn'>;
  /** How long execution may occupy a turn of the event loop, in milliseconds. */
  readonly sliceMs?: number;
}

/** The turns of all operations of a process. */
export interface TimeSlices {
  /** The share of one operation; operations of one person share that of the person. */
  readonly forOperation: (person: string) => OperationSlices;
  /** Notes that the resolvers of an operation get these loaders, which no other operation has. */
  readonly bind: (loaders: object, slices: OperationSlices) => void;
  /** The slices of the operation with these loaders; undefined for one that runs in one go. */
  readonly of: (loaders: object) => OperationSlices | undefined;
}

/** The time slices of one operation. */
export interface OperationSlices {
  /** Undefined while the slice lasts. Afterwards: resolves when it is this operation's turn again. */
  readonly pause: () => Promise<void> | undefined;
  /** Runs the batch of a loader once nothing of the operation is paused: what is paused may want to be in the batch. */
  readonly scheduleBatch: (run: () => void) => void;
  /** Whether the operation has taken more than one slice so far. */
  readonly isLong: () => boolean;
}

/** Short compared with what a network takes, long compared with what a turn of the event loop costs. */
const SLICE_MS = 3;

export function createTimeSlices({ clock, sliceMs = SLICE_MS }: TimeSlicesOptions): TimeSlices {
  const queue = createFairQueue();
  let startedAt: number | null = null;
  const isOver = () => {
    if (startedAt === null) begin();
    return clock.elapsed() - (startedAt ?? 0) > sliceMs;
  };
  const begin = () => {
    startedAt = clock.elapsed();
    clock.nextTurn(turn);
  };
  const turn = () => {
    startedAt = null;
    if (!queue.isEmpty()) {
      begin();
      resume();
    }
  };
  // Node runs the next tick when no promise is left to be continued.
  const resume = () => {
    queue.take()?.();
    queueMicrotask(() => process.nextTick(() => void (queue.isEmpty() || isOver() || resume())));
  };
  const byLoaders = new WeakMap<object, OperationSlices>();
  return {
    forOperation: (person) => createOperationSlices({ isOver, wait: (next) => queue.add(person, next) }),
    bind: (loaders, slices) => void byLoaders.set(loaders, slices),
    of: (loaders) => byLoaders.get(loaders),
  };
}

interface Turns {
  readonly isOver: () => boolean;
  /** Calls `next` when it is its turn. */
  readonly wait: (next: () => void) => void;
}

function createOperationSlices({ isOver, wait }: Turns): OperationSlices {
  const batches: (() => void)[] = [];
  let paused = 0;
  let isLong = false;
  const runBatches = () => {
    if (paused === 0) for (const run of batches.splice(0)) run();
  };
  const afterPromises = (task: () => void) => void Promise.resolve().then(() => process.nextTick(task));
  const nextSlice = async () => {
    paused += 1;
    isLong = true;
    await new Promise<void>(wait);
    paused -= 1;
    if (paused === 0 && batches.length > 0) afterPromises(runBatches);
  };
  return {
    pause: () => (isOver() ? nextSlice() : undefined),
    scheduleBatch: (run) => {
      batches.push(run);
      afterPromises(runBatches);
    },
    isLong: () => isLong,
  };
}

/** Waiting tasks: people take turns, and the tasks of a person come in their order. */
function createFairQueue() {
  const byPerson = new Map<string, (() => void)[]>();
  return {
    isEmpty: () => byPerson.size === 0,
    add: (person: string, task: () => void) => {
      const tasks = byPerson.get(person);
      if (tasks) tasks.push(task);
      else byPerson.set(person, [task]);
    },
    take: (): (() => void) | undefined => {
      const [first] = byPerson;
      if (!first) return undefined;
      const [person, tasks] = first;
      const task = tasks.shift();
      byPerson.delete(person);
      if (tasks.length > 0) byPerson.set(person, tasks);
      return task;
    },
  };
}
