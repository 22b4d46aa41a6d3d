// A bar of the register is a pair of tests: that it is held, and that the same measurement, taken of a build that is broken
// on purpose, finds the breach. A bar without the second could be held by a measurement that measures nothing.
import { describe, expect, it } from 'vitest';
import { type BarId, BARS } from '../bars.ts';

/** What was seen of a bar. */
export interface Measurement {
  /** The figure of the table, such as `600 requests: 0 crashes`. */
  readonly figure: string;
  /** Each breach in a sentence; none: the bar is held. */
  readonly breaches: readonly string[];
}

export interface BarTests {
  /** Measures what is built. */
  readonly measure: () => Promise<Measurement>;
  /** Takes the same measurement where the defence is off. */
  readonly control: () => Promise<Measurement>;
  /** Milliseconds that each of the two may take; by default the limit of all tests. */
  readonly timeout?: number;
}

/** What a test of a bar hands to the table. */
export interface BarMeta {
  readonly id: BarId;
  readonly role: 'bar' | 'control';
  /** Null: the measurement did not end. */
  readonly figure: string | null;
}

declare module 'vitest' {
  interface TaskMeta {
    trust?: BarMeta;
  }
}

/** Defines the tests of a bar. */
export function bar(id: BarId, { measure, control, timeout }: BarTests): void {
  const { statement, control: broken } = BARS[id];
  const options = (role: BarMeta['role']) => ({
    meta: { trust: { id, role, figure: null } },
    ...(timeout !== undefined && { timeout }),
  });
  describe(`the bar "${statement}"`, () => {
    it('is held', options('bar'), async ({ task }) => {
      const { figure, breaches } = await measure();
      task.meta.trust = { id, role: 'bar', figure };
      expect(breaches).toEqual([]);
    });

    it(`is not held by ${broken}`, options('control'), async ({ task }) => {
      const { figure, breaches } = await control();
      task.meta.trust = { id, role: 'control', figure };
      expect(breaches).not.toEqual([]);
    });
  });
}
