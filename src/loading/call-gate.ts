// How many requests one operation sends. They leave in waves, each whole or not at all: a wave is everything that is known
// to be needed before an answer comes.
import { AccessLinkError } from '../accesslink/errors.ts';
import type { Transport } from '../accesslink/upstream.ts';
import type { StoreTier } from './cache/store-tier.ts';
import { CallLimitError, UnsentError } from './errors.ts';

/** The gate of one operation. */
export interface CallGate {
  /** A transport whose requests wait for their wave. They reject with CallLimitError when it would pass the limit. */
  readonly wrap: (send: Transport) => Transport;
  /** A store tier on whose reads the first wave waits: what they find is not requested. */
  readonly watch: (tier: StoreTier) => StoreTier;
  /** What else the first wave waits for: afterwards the operation may ask for more. */
  readonly during: <T>(work: Promise<T>) => Promise<T>;
  /** To be called when records are looked up: the first wave waits for what comes of it. */
  readonly lookUp: () => void;
  /** Why nothing was sent: the first wave was too large. Null when it was not. */
  readonly rejection: () => CallLimitError | null;
  /** To be called when the result is there: nothing is sent any more. Resolves when what has been sent is answered. */
  readonly end: () => Promise<void>;
}

interface WaitingCall {
  readonly start: () => void;
  readonly reject: (failure: Error) => void;
}

/**
 * So many turns in which nothing is looked up and nothing is to be sent end the first wave. Between two lookups, of which the
 * second needs what the first one found in memory, lie at most two.
 */
const QUIET_TURNS = 4;

/** A gate for at most `maxCalls` requests. A credential that AccessLink refuses is not sent again through it. */
export function createCallGate(maxCalls: number): CallGate {
  let rejection: CallLimitError | null = null;
  let [sent, isFirst, isOver] = [0, true, false];
  const wave = createWave((calls) => {
    const planned = sent + calls.length;
    if (!isOver && planned <= maxCalls) {
      sent = planned;
      for (const { start } of calls) start();
    } else {
      const limit = { planned, limit: maxCalls, isFirstWave: isFirst, gate };
      const failure = isOver ? operationOver(gate) : new CallLimitError(limit);
      if (isFirst && failure instanceof CallLimitError) rejection = failure;
      for (const { reject } of calls) reject(failure);
    }
    isFirst = false;
  });
  const [credentials, unanswered] = [createCredentialMemory(), createUnansweredCalls()];
  const gate: CallGate = {
    wrap: (send) => {
      const sendOne = unanswered.wrap(credentials.wrap(send));
      return (request) =>
        new Promise((resolve, reject) => {
          if (rejection) return reject(rejection);
          wave.add({ start: () => resolve(sendOne(request)), reject });
        });
    },
    watch: (tier) => watchedTier(tier, wave),
    during: wave.during,
    lookUp: wave.noteActivity,
    rejection: () => rejection,
    end: () => {
      isOver = true;
      return unanswered.settled();
    },
  };
  return gate;
}

function watchedTier(tier: StoreTier, { during }: Pick<CallGate, 'during'>): StoreTier {
  return {
    read: (...lookup) => during(tier.read(...lookup)),
    metadata: (...range) => during(tier.metadata(...range)),
    put: (record) => tier.put(record),
    isBlind: () => tier.isBlind(),
  };
}

/** Not shown to anybody: the result of the operation does not have it any more. */
function operationOver(gate: object): UnsentError {
  return new UnsentError('Cannot send the request: the operation that needs it is over', gate);
}

/** Remembers which credentials AccessLink refused: what they would be sent with again has the same failure. */
function createCredentialMemory() {
  const refused = new Map<string, AccessLinkError>();
  const wrap =
    (send: Transport): Transport =>
    async (request) => {
      const credential = request.authorization.reveal();
      const known = refused.get(credential);
      if (known) throw known;
      try {
        return await send(request);
      } catch (failure) {
        if (failure instanceof AccessLinkError && failure.code === 'unauthorized') refused.set(credential, failure);
        throw failure;
      }
    };
  return { wrap };
}

/** The calls that have been sent and are not answered yet. */
function createUnansweredCalls() {
  const replies = new Set<Promise<unknown>>();
  const wrap =
    (send: Transport): Transport =>
    (request) => {
      const reply = send(request);
      replies.add(reply);
      return reply.finally(() => replies.delete(reply));
    };
  return { wrap, settled: async () => void (await Promise.allSettled(replies)) };
}

/** Gathers calls, and hands them over together when nothing more is about to come. After the first time, when the turn ends. */
function createWave(release: (calls: readonly WaitingCall[]) => void) {
  const calls: WaitingCall[] = [];
  let reading = 0;
  let isFirst = true;
  const turns = createTurnCounter(() => {
    isFirst = false;
    release(calls.splice(0));
  });
  const waitForMore = () => {
    if (calls.length > 0 && !(isFirst && reading > 0)) turns.wait(isFirst ? QUIET_TURNS : 1);
  };
  const noteActivity = () => turns.reset();
  return {
    noteActivity,
    add: (call: WaitingCall) => {
      calls.push(call);
      noteActivity();
      waitForMore();
    },
    during: async <T>(read: Promise<T>): Promise<T> => {
      reading += 1;
      if (isFirst) turns.stop();
      try {
        return await read;
      } finally {
        reading -= 1;
        noteActivity();
        waitForMore();
      }
    },
  };
}

/** Runs a task after so many turns in which nothing has happened. */
function createTurnCounter(task: () => void) {
  let [left, wanted] = [0, 0];
  let [isCounting, isScheduled] = [false, false];
  const schedule = () => {
    if (isScheduled) return;
    isScheduled = true;
    afterTurn(next);
  };
  const next = () => {
    isScheduled = false;
    if (!isCounting) return;
    left -= 1;
    if (left > 0) return schedule();
    isCounting = false;
    task();
  };
  return {
    wait: (turns: number) => {
      [left, wanted, isCounting] = [turns, turns, true];
      schedule();
    },
    reset: () => {
      left = wanted;
    },
    stop: () => {
      isCounting = false;
    },
  };
}

/** Everything that can go on without waiting for the outside has gone on by then, up to its next turn. */
function afterTurn(task: () => void): void {
  queueMicrotask(() => process.nextTick(task));
}
