// Execution in time slices: an operation that takes long lets whatever has arrived meanwhile go first, and people take turns.
import type { Clock } from '../../clock.ts';
import { createEventLoopTurn, createRoundRobin } from './event-loop-turn.ts';

export interface TimeSlicesOptions {
  readonly clock: Pick<Clock, 'elapsed' | 'nextTurn'>;
  /** How long execution may occupy a turn of the event loop, in milliseconds. */
  readonly sliceMs?: number;
}

/** The turns of all operations of a process. */
export interface TimeSlices {
  /**
   * The share of one operation; operations of one person share that of the person. The first of them goes on until it ends or
   * waits for something: half of two results would take the memory of both.
   */
  readonly forOperation: (person: string, watch?: WatchPauses) => OperationSlices;
  /** Notes that the resolvers of an operation get these loaders, which no other operation has. */
  readonly bind: (loaders: object, slices: OperationSlices) => void;
  /** The slices of the operation with these loaders; undefined for one that runs in one go. */
  readonly of: (loaders: object) => OperationSlices | undefined;
}

/** Called with each time in which something of an operation is paused: it may have more to ask for. */
export type WatchPauses = (paused: Promise<void>) => void;

/** The time slices of one operation. */
export interface OperationSlices {
  /**
   * Undefined while the slice lasts. Afterwards: resolves when it is this operation's turn again. Whoever awaits it does its
   * work right then, so that the work of the next one can wait for the slice after.
   */
  readonly pause: () => Promise<void> | undefined;
  /** Resolves when everything before has done its work, and it is this operation's turn. For what many wait for at once. */
  readonly inTurn: () => Promise<void>;
  /** Runs the batch of a loader once nothing of the operation is paused: what is paused may want to be in the batch. */
  readonly scheduleBatch: (run: () => void) => void;
  /** Whether the operation has taken more than one slice so far. */
  readonly isLong: () => boolean;
}

const SLICES = Symbol('slices');

/** Not a WeakMap: a value that refers to its key, as slices do, outlives the young generation in one, and the key with it. */
interface Bound {
  [SLICES]?: OperationSlices;
}

/** The slices of the operation with these loaders, of whichever app. */
export function slicesOf(loaders: object): OperationSlices | undefined {
  return (loaders as Bound)[SLICES];
}

/** Short compared with what a network takes, long compared with what a turn of the event loop costs. */
const SLICE_MS = 1;

export function createTimeSlices({ clock, sliceMs = SLICE_MS }: TimeSlicesOptions): TimeSlices {
  const queue = createRoundRobin();
  const turn = createEventLoopTurn(clock, () => void (queue.isEmpty() || (turn.begin(), resume())));
  const isOver = () => turn.taken() > sliceMs;
  const resume = () => {
    queue.take()?.run();
    afterPromises(() => void (queue.isEmpty() || isOver() || resume()));
  };
  let operations = 0;
  return {
    forOperation: (person, watch = () => {}) => {
      const operation = {};
      operations += 1;
      const number = operations;
      // An operation that is not long waits for nobody: only its own work makes it long.
      const isSliceOver = (isLong: boolean) => turn.takenBy(operation) > sliceMs || (isLong && isOver());
      return createOperationSlices({ isSliceOver, wait: (run) => queue.add({ person, number, run }), watch });
    },
    bind: (loaders: Bound, slices) => void (loaders[SLICES] = slices),
    of: slicesOf,
  };
}

/** Node runs the next tick when no promise is left to be continued. */
const afterPromises = (task: () => void) => queueMicrotask(() => process.nextTick(task));

interface OperationTurns {
  /** Whether the slice of the operation is over; a long operation has what others leave it of the turn. */
  readonly isSliceOver: (isLong: boolean) => boolean;
  /** Calls `next` when it is its turn. */
  readonly wait: (next: () => void) => void;
  readonly watch: WatchPauses;
}

function createOperationSlices(turns: OperationTurns): OperationSlices {
  const batches: (() => void)[] = [];
  const runBatches = () => {
    if (!pauses.isPaused()) for (const run of batches.splice(0)) run();
  };
  const pauses = createPauses(turns, () => void (batches.length === 0 || afterPromises(runBatches)));
  return {
    pause: pauses.pause,
    inTurn: pauses.inTurn,
    scheduleBatch: (run) => {
      batches.push(run);
      afterPromises(runBatches);
    },
    isLong: pauses.isLong,
  };
}

/** What of an operation is paused, in its order. Calls `onEnd` whenever the last one goes on. */
function createPauses({ isSliceOver, wait, watch }: OperationTurns, onEnd: () => void) {
  const paused: (() => void)[] = [];
  let [next, isLong] = [0, false];
  let endWatch = () => {};
  /** Whether what went on last is still at its work: it does that when the promises are continued. */
  let isResuming = false;
  const isWaiting = () => next < paused.length;
  const isOver = () => {
    const isOverNow = isSliceOver(isLong);
    isLong ||= isOverNow;
    return isOverNow;
  };
  const goOn = () => (isOver() ? wait(resumeNext) : resumeNext());
  const resumeNext = () => {
    isResuming = true;
    paused[next]?.();
    next += 1;
    afterPromises(afterResumed);
  };
  const afterResumed = () => {
    isResuming = false;
    if (isWaiting()) return goOn();
    [paused.length, next] = [0, 0];
    endWatch();
    onEnd();
  };
  const begin = () => {
    watch(new Promise((resolve) => (endWatch = resolve)));
    afterPromises(goOn);
  };
  const inTurn = () => {
    if (!isWaiting() && !isResuming) begin();
    return new Promise<void>((resolve) => paused.push(resolve));
  };
  const isPaused = () => isWaiting() || isResuming;
  const pause = () => (isWaiting() || isOver() ? inTurn() : undefined);
  return { isPaused, inTurn, pause, isLong: () => isLong };
}
