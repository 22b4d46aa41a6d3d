// What the process takes when memory is full: far more is read than fits, with a heart rate for every minute.
import { fill } from '../filling.ts';
import { FIVE_RESOURCES } from '../operations.ts';
import { type Bench, type Findings, scaled } from '../row.ts';
import { startGateway } from '../servers/gateway.ts';
import { number } from '../text.ts';

const MEBIBYTE = 1024 * 1024;
const MEMORY_MB = 256;
const PEOPLE = 1_200;
const HEART_RATES = 1_440;

/** The most that the process has taken, less MEMORY_MB. */
export async function measureRss(bench: Bench): Promise<Findings> {
  const { upstream } = bench;
  await upstream.set({ heartRates: HEART_RATES });
  const gateway = await startGateway({ upstream: upstream.origin, env: { MEMORY_MB: String(MEMORY_MB) } });
  try {
    await fill(gateway, { query: FIVE_RESOURCES, group: 'rss', people: scaled(bench, PEOPLE), days: 28 });
    const [rss, peak] = [gateway.rssBytes() / MEBIBYTE, gateway.peakRssBytes() / MEBIBYTE];
    const value = peak - MEMORY_MB;
    return {
      figures: {
        'rss-full': { value, text: `${number(value)} MB (${number(peak)} MB at most, ${number(rss)} MB at the end)` },
      },
    };
  } finally {
    await gateway.stop();
    await upstream.set({ heartRates: 288 });
  }
}
