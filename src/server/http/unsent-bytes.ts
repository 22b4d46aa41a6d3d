// What clients have not read: counted for each person and in all, so that nobody can make this server hold answers.

/** Something that is being sent. */
export interface UnsentAnswer {
  /** How many bytes wait in this process now. */
  readonly unsent: () => number;
  /** Ends the connection, which frees them. */
  readonly drop: () => void;
}

export interface UnsentBytes {
  /** Whether a person may be sent so many more bytes. A few always; and any number to whoever has read everything. */
  readonly fits: (person: string, bytes: number) => boolean;
  /** Counts something that is being sent to a person. Returns the function that ends that. */
  readonly add: (person: string, sending: UnsentAnswer) => () => void;
  /** Drops what has waited longest while there is too much in all. To be called again and again. */
  readonly dropExcess: () => void;
}

export interface UnsentLimits {
  readonly perPerson: number;
  readonly inAll: number;
}

/** Three times the largest answers there are, and a quarter of the memory that the cache does not take. */
const LIMITS: UnsentLimits = { perPerson: 16_000_000, inAll: 64_000_000 };

/** The system takes so many off our hands at once. */
const FEW_BYTES = 65_536;

/** Counts nothing yet. A person is one that is proven, or else an address. */
export function createUnsentBytes({ perPerson, inAll }: UnsentLimits = LIMITS): UnsentBytes {
  const byPerson = new Map<string, Set<UnsentAnswer>>();
  /** In the order in which they began. */
  const all = new Set<UnsentAnswer>();
  return {
    fits: (person, bytes) => {
      if (bytes <= FEW_BYTES) return true;
      const waiting = sumOf(byPerson.get(person) ?? []);
      return waiting === 0 || waiting + bytes <= perPerson;
    },
    add: (person, sending) => {
      const own = byPerson.get(person) ?? new Set();
      byPerson.set(person, own.add(sending));
      all.add(sending);
      return () => {
        all.delete(sending);
        own.delete(sending);
        if (own.size === 0 && byPerson.get(person) === own) byPerson.delete(person);
      };
    },
    dropExcess: () => {
      let waiting = sumOf(all);
      for (const sending of all) {
        if (waiting <= inAll) return;
        const unsent = sending.unsent();
        if (unsent > 0) sending.drop();
        waiting -= unsent;
      }
    },
  };
}

function sumOf(sendings: Iterable<UnsentAnswer>): number {
  let sum = 0;
  for (const { unsent } of sendings) sum += unsent();
  return sum;
}
