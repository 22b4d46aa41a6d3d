// Duties in memory, as the contract of the store says.
import type { DutyStore } from '../../src/store/contract/duties.ts';

interface Row {
  holder: string;
  leasedUntil: number;
  dueAt: number;
  progress: string | null;
}

/** No duty was ever held. */
export function createMemoryDuties(rows = new Map<string, Row>()): DutyStore {
  const rowOf = (name: string): Row => {
    const row = rows.get(name) ?? { holder: '', leasedUntil: 0, dueAt: 0, progress: null };
    rows.set(name, row);
    return row;
  };
  const change = ({ name, holder }: { name: string; holder: string }, changes: Partial<Row>) => {
    const row = rowOf(name);
    if (row.holder !== holder) return false;
    Object.assign(row, changes);
    return true;
  };
  return {
    claim: async ({ name, holder, now, leaseMs }, maxAheadMs) => {
      const row = rowOf(name);
      const isOver = (at: number, slackMs: number) => at <= now || at > now + slackMs;
      if (!isOver(row.leasedUntil, maxAheadMs + leaseMs) || !isOver(row.dueAt, maxAheadMs))
        return { isHeld: false, dueAt: Math.max(row.leasedUntil, row.dueAt) };
      Object.assign(row, { holder, leasedUntil: now + leaseMs });
      return { isHeld: true, progress: row.progress };
    },
    renew: async (claim) => change(claim, { leasedUntil: claim.now + claim.leaseMs }),
    save: async (claim, progress) => change(claim, { progress }),
    release: async (claim, dueAt) => void change(claim, { holder: '', leasedUntil: 0, dueAt }),
  };
}
