// Answers, ready to be sent, for whoever asks the same again: found before anything of a request is parsed.
import type { RateLimit } from '../../../accesslink/rate-limit.ts';
import type { Partition } from '../../../loading/cache/keys.ts';
import type { Freshness } from '../../../loading/stats.ts';
import type { Identity } from '../../auth/identity.ts';
import type { OperationSummary } from '../../observability/telemetry.ts';
import { createWeightedCache } from '../weighted-cache.ts';

/** An answer that is true until something in it ends. */
export interface RememberedAnswer {
  readonly headers: Readonly<Record<string, string>>;
  /** The body as it was sent last. */
  body: string;
  /** The rate windows in it, which are of the moment, and where they begin. */
  windows: string;
  readonly start: number;
  readonly rateLimit: () => RateLimit;
  readonly isAuthentic: Identity['isAuthentic'];
  /** The person whom the credentials have proved; null when they have proved none. */
  readonly person: string | null;
  readonly partition: Partition;
  readonly freshness: Freshness;
  readonly summary: Omit<OperationSummary, 'milliseconds'>;
}

export interface AnswerCache {
  /** An answer that is as true now as when it was put. */
  readonly find: (key: string) => RememberedAnswer | null;
  /** Puts an answer, unless something in it has ended already. */
  readonly put: (key: string, answer: RememberedAnswer) => void;
  /** Drops what is of a partition. */
  readonly forget: (partition: Partition) => void;
  readonly clear: () => void;
  /** Bytes of memory that all answers take. */
  readonly bytes: () => number;
}

interface Dated {
  readonly answer: RememberedAnswer;
  /** Milliseconds since the epoch. */
  readonly from: number;
  readonly until: number;
}

/** Of memory that an answer takes besides its body and its key. */
const ANSWER_BYTES = 2_000;
/** A day begins in no time zone but at a multiple of this, and what an answer says may depend on today. */
const DAY_BEGINS_MS = 15 * 60_000;

/** A text takes one byte a character, or two when any of them is beyond Latin-1. */
function heapOf(text: string): number {
  return Buffer.byteLength(text) === text.length ? text.length : 2 * text.length;
}

/** Answers that take at most so many bytes; the one that was used longest ago goes first. */
export function createAnswerCache(maxBytes: number, now: () => number): AnswerCache {
  const cache = createWeightedCache<Dated>(maxBytes);
  const isTrue = ({ answer, from, until }: Dated) => {
    const time = now();
    return time >= from && time < until && answer.freshness.isUnchanged();
  };
  return {
    find: (key) => {
      const found = cache.get(key);
      if (!found) return null;
      if (isTrue(found)) return found.answer;
      cache.drop(key);
      return null;
    },
    put: (key, answer) => {
      const from = now();
      const dayMayBegin = (Math.floor(from / DAY_BEGINS_MS) + 1) * DAY_BEGINS_MS;
      const dated = { answer, from, until: Math.min(answer.freshness.freshUntil, dayMayBegin) };
      const bytes = ANSWER_BYTES + heapOf(answer.body) + heapOf(key);
      if (isTrue(dated)) cache.put(key, dated, bytes);
    },
    forget: (partition) => cache.dropAll(({ answer }) => answer.partition === partition),
    clear: () => cache.dropAll(() => true),
    bytes: () => cache.weight(),
  };
}
