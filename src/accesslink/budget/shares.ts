// Who may use how much of a rate window: a fair share for each person, and what others leave for those who want more.

/** The use of one window, by person. */
export interface Shares {
  /** Decides on one more call of a person, and counts the interest of whoever is beyond their share. */
  decide(person: string, sharing: Sharing): ShareDecision;
  /** Counts a call. */
  count(person: string, sharing: Pick<Sharing, 'generation' | 'fairShare' | 'period'>): void;
  /** Takes back a call that was counted and not sent. */
  discount(person: string, generation: number): void;
  /**
   * The calls within fair shares that are to come after a period, if this window is like the one before; null when that is
   * not known.
   */
  expectedAfter(period: number, generation: number): number | null;
  /** Calls of a person in a window. */
  usedBy(person: string, generation: number): number;
  /** How many people have used a window. */
  people(generation: number): number;
}

/** What there is to share. */
export interface Sharing {
  /** Of the window: with another one the count starts again. */
  readonly generation: number;
  /** The calls that each person may use in any case. */
  readonly fairShare: number;
  /** Calls that are free for those who want more: released by the time that has passed, and not used. */
  readonly spare: number;
  /** The number of the period within the window. What is spare is shared anew in each. */
  readonly period: number;
}

/** `share`: the person has had their share, and others want what is spare. `spare`: nothing is spare yet. */
export type ShareDecision = 'allowed' | 'share' | 'spare';

interface Person {
  used: number;
  /** Calls beyond the fair share in a period. */
  over: number;
  overPeriod: number;
}

/**
 * Max-min fair shares: nobody is refused a call within the fair share; what is spare goes in equal parts to those who want
 * more in this period or wanted more in the last one, so that it is not left unused when one of them stops.
 */
export function createShares(): Shares {
  return new WindowShares();
}

class WindowShares implements Shares {
  readonly #people = new Map<string, Person>();
  #generation = -1;
  #period = -1;
  /** How many wanted more than their share in this period, and in the one before. */
  #wanting = 0;
  #wantedBefore = 0;
  /** Calls of all of them beyond their shares in this period. */
  #overAll = 0;
  /** Calls within fair shares, by period; and those from each period on in the window before. */
  #byPeriod: number[] = [];
  #before: readonly number[] | null = null;

  decide(name: string, sharing: Sharing): ShareDecision {
    const person = this.#find(name, sharing.generation);
    if (person.used < sharing.fairShare) return 'allowed';
    this.#enter(sharing.period);
    if (person.overPeriod !== this.#period) {
      Object.assign(person, { over: 0, overPeriod: this.#period });
      this.#wanting += 1;
    }
    if (sharing.spare < 1) return 'spare';
    const equalPart = (sharing.spare + this.#overAll) / Math.max(this.#wanting, this.#wantedBefore);
    return person.over < equalPart ? 'allowed' : 'share';
  }

  count(name: string, { generation, fairShare, period }: Pick<Sharing, 'generation' | 'fairShare' | 'period'>): void {
    const person = this.#find(name, generation);
    person.used += 1;
    if (person.used > fairShare) this.#countOver(person, 1);
    else this.#byPeriod[period] = (this.#byPeriod[period] ?? 0) + 1;
  }

  discount(name: string, generation: number): void {
    const person = generation === this.#generation ? this.#people.get(name) : undefined;
    if (!person || person.used === 0) return;
    person.used -= 1;
    if (person.over > 0) this.#countOver(person, -1);
  }

  expectedAfter(period: number, generation: number): number | null {
    this.#moveTo(generation);
    return this.#before && (this.#before[period + 1] ?? 0);
  }

  usedBy(name: string, generation: number): number {
    return generation === this.#generation ? (this.#people.get(name)?.used ?? 0) : 0;
  }

  people(generation: number): number {
    return generation === this.#generation ? this.#people.size : 0;
  }

  #countOver(person: Person, calls: number): void {
    if (person.overPeriod !== this.#period) return;
    person.over += calls;
    this.#overAll += calls;
  }

  /** In another window everybody begins anew. */
  #moveTo(generation: number): void {
    if (generation === this.#generation) return;
    this.#before = this.#people.size > 0 ? sumsFrom(this.#byPeriod) : null;
    [this.#generation, this.#period, this.#byPeriod] = [generation, -1, []];
    this.#people.clear();
  }

  #find(name: string, generation: number): Person {
    this.#moveTo(generation);
    const known = this.#people.get(name);
    if (known) return known;
    const created = { used: 0, over: 0, overPeriod: -1 };
    this.#people.set(name, created);
    return created;
  }

  #enter(period: number): void {
    if (period === this.#period) return;
    this.#wantedBefore = period === this.#period + 1 ? this.#wanting : 0;
    [this.#period, this.#wanting, this.#overAll] = [period, 0, 0];
  }
}

/** The sums of all numbers from each index on. */
function sumsFrom(numbers: readonly number[]): number[] {
  const sums: number[] = [];
  let sum = 0;
  for (let index = numbers.length - 1; index >= 0; index -= 1) {
    sum += numbers[index] ?? 0;
    sums[index] = sum;
  }
  return sums;
}
