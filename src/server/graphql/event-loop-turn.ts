// The turns of the event loop: who has used the present one, and who waits for the next.
import type { Clock } from '../../clock.ts';

/** The present turn of the event loop. */
export interface EventLoopTurn {
  /** Begins it, for work of its own. */
  readonly begin: () => number;
  /** Milliseconds since it began; it begins with whoever asks first. */
  readonly taken: () => number;
  /** How much of it an operation took: what is done after it asks is done by it, until another one asks. */
  readonly takenBy: (operation: object) => number;
}

/** Calls `onNext` in the turn after each that was begun. */
export function createEventLoopTurn(
  { elapsed, nextTurn }: Pick<Clock, 'elapsed' | 'nextTurn'>,
  onNext: () => void,
): EventLoopTurn {
  let startedAt: number | null = null;
  let latest: { readonly operation: object; at: number; taken: number } | null = null;
  const shares = new Map<object, number>();
  const begin = () => {
    startedAt = elapsed();
    nextTurn(() => {
      [startedAt, latest] = [null, null];
      shares.clear();
      onNext();
    });
    return startedAt;
  };
  return {
    begin,
    taken: () => {
      const start = startedAt ?? begin();
      return elapsed() - start;
    },
    takenBy: (operation) => {
      if (startedAt === null) begin();
      const at = elapsed();
      if (latest) latest.taken += at - latest.at;
      if (latest?.operation === operation) {
        latest.at = at;
        return latest.taken;
      }
      if (latest) shares.set(latest.operation, latest.taken);
      latest = { operation, at, taken: shares.get(operation) ?? 0 };
      return latest.taken;
    },
  };
}

/** A task that waits for a turn. */
export interface PausedTask {
  readonly person: string;
  /** Of a person, the task with the lowest number comes first. */
  readonly number: number;
  readonly run: () => void;
}

/** Tasks that wait for a turn, by person. */
export interface RoundRobin {
  readonly isEmpty: () => boolean;
  readonly add: (task: PausedTask) => void;
  /** The next task: people take turns, and of the tasks of a person the first one goes on. */
  readonly take: () => PausedTask | undefined;
}

export function createRoundRobin(): RoundRobin {
  const byPerson = new Map<string, PausedTask[]>();
  return {
    isEmpty: () => byPerson.size === 0,
    add: (task) => {
      const tasks = byPerson.get(task.person);
      if (tasks) tasks.push(task);
      else byPerson.set(task.person, [task]);
    },
    take: () => {
      const [next] = byPerson;
      if (!next) return undefined;
      const [person, tasks] = next;
      const first = tasks.reduce((one, other) => (other.number < one.number ? other : one));
      const others = tasks.filter((task) => task !== first);
      byPerson.delete(person);
      if (others.length > 0) byPerson.set(person, others);
      return first;
    },
  };
}
