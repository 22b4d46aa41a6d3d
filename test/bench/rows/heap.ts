// What the records of a person's day take of the heap: 4 summaries, by how much more is in use when more people are in memory.
import { fill } from '../filling.ts';
import { FOUR_RESOURCES } from '../operations.ts';
import { type Bench, type Findings, scaled } from '../row.ts';
import { startGateway } from '../servers/gateway.ts';
import { number } from '../text.ts';

const PEOPLE = { before: 100, measured: 400 };
const DAYS = 28;
/** Nothing is evicted. */
const MEMORY_MB = '1024';

/** What is in use after garbage is collected, heap and buffers, for a user-day. */
export async function measureHeap(bench: Bench): Promise<Findings> {
  const gateway = await startGateway({ upstream: bench.upstream.origin, observed: true, env: { MEMORY_MB } });
  try {
    const people = scaled(bench, PEOPLE.measured);
    const filling = { query: FOUR_RESOURCES, group: 'heap', days: DAYS };
    await fill(gateway, { ...filling, people: PEOPLE.before });
    const before = await gateway.observe();
    await fill(gateway, { ...filling, people, firstPerson: PEOPLE.before });
    const after = await gateway.observe();
    const value = (after.settledBytes - before.settledBytes) / (people * DAYS);
    return { figures: { heap: { value, text: `${number(value)} bytes` } } };
  } finally {
    await gateway.stop();
  }
}
