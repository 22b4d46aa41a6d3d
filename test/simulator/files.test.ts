import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { at, records, useSimulator } from './simulator-client.ts';

const { sim, request } = useSimulator();
const [AINO, TEUEA] = [0, 4];

interface File {
  readonly status: number;
  readonly type: string | null;
  readonly encoding: string | null;
  readonly bytes: Buffer;
}

async function file(path: string, person = AINO): Promise<File> {
  const headers = { authorization: `Bearer ${sim().people[person]?.token}` };
  const response = await fetch(sim().url + path, { headers });
  const { status } = response;
  const bytes = Buffer.from(await response.arrayBuffer());
  return {
    status,
    type: response.headers.get('content-type'),
    encoding: response.headers.get('content-encoding'),
    bytes,
  };
}

async function exercise(where: Readonly<Record<string, unknown>>, person = AINO): Promise<Record<string, unknown>> {
  const list = records((await request('/v3/exercises', { person })).json);
  const found = list.find((one) => Object.entries(where).every(([key, value]) => one[key] === value));
  if (!found) throw new Error(`There is no exercise with ${JSON.stringify(where)}`);
  return found;
}

const longRun = (): ReturnType<typeof exercise> => exercise({ detailed_sport_info: 'TRAIL_RUNNING' });

/** The CRC-16 of FIT bit by bit: polynomial 0xa001, least significant bit first. */
function crcOf(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >> 1) ^ 0xa001 : crc >> 1;
  }
  return crc;
}

describe('FIT', () => {
  it('has a header, the stated length, both checksums, and a record for every second', async () => {
    const run = await longRun();
    const { status, bytes } = await file(`/v3/exercises/${String(run['id'])}/fit`);
    expect([status, bytes.toString('latin1', 8, 12), bytes[0]]).toEqual([200, '.FIT', 14]);
    expect(bytes.readUInt32LE(4)).toBe(bytes.length - 16);
    expect(bytes.readUInt16LE(12)).toBe(crcOf(bytes.subarray(0, 12)));
    expect(bytes.readUInt16LE(bytes.length - 2)).toBe(crcOf(bytes.subarray(0, -2)));
    const seconds = Math.floor(Number.parseFloat(String(run['duration']).slice(2)));
    expect(bytes.length).toBeGreaterThan(seconds * 18);
    // The last record: local type, time, position, distance in centimetres, heart rate.
    const last = bytes.subarray(bytes.length - 2 - 18, -2);
    expect([last[0], last.readUInt32LE(13) / 100]).toEqual([2, run['distance']]);
    const started = Date.parse(`${String(run['start_time'])}Z`) / 1000 - Number(run['start_time_utc_offset']) * 60;
    expect(last.readUInt32LE(1)).toBe(Math.floor(started) - 631_065_600 + seconds - 1);
    expect(last.readInt32LE(5) * (180 / 2 ** 31)).toBeCloseTo(60.18, 1);
  });

  it('exists for a session without a route', async () => {
    const { id } = await exercise({ detailed_sport_info: 'STRENGTH_TRAINING' });
    expect((await file(`/v3/exercises/${String(id)}/fit`)).status).toBe(200);
  });
});

describe('TCX', () => {
  it('is encoded as gzip when live, and gzipped without a header where documented', async () => {
    const { id } = await longRun();
    sim().setDialect('live');
    const live = await file(`/v3/exercises/${String(id)}/tcx`);
    sim().setDialect('documented');
    const documented = await file(`/v3/exercises/${String(id)}/tcx`);
    sim().setDialect('live');
    expect([live.encoding, documented.encoding]).toEqual(['gzip', null]);
    expect(documented.bytes.subarray(0, 2).toString('hex')).toBe('1f8b');
    expect(gunzipSync(documented.bytes).equals(live.bytes)).toBe(true);
    expect(live.type).toBe('application/vnd.garmin.tcx+xml');
    const text = live.bytes.toString();
    expect(text.match(/<Trackpoint>/g)?.length).toBe(text.match(/<Position>/g)?.length);
    expect(text.length).toBeGreaterThan(500_000);
  });
});

describe('GPX', () => {
  const segments = (text: string): number => text.match(/<trkseg>/g)?.length ?? 0;
  const points = (text: string): number => text.match(/<trkpt /g)?.length ?? 0;

  it('omits pauses unless they are requested, and is large enough to be streamed', async () => {
    const { id } = await longRun();
    const plain = await file(`/v3/exercises/${String(id)}/gpx`);
    const paused = await file(`/v3/exercises/${String(id)}/gpx?includePauseTimes=true`);
    const [text, whole] = [plain.bytes.toString(), paused.bytes.toString()];
    expect([plain.status, plain.type]).toEqual([200, 'application/gpx+xml']);
    expect(segments(whole)).toBe(1);
    expect(segments(text)).toBeGreaterThan(1);
    expect(points(text)).toBeLessThan(points(whole));
    expect(plain.bytes.length).toBeGreaterThan(400_000);
    expect(text).not.toContain('|');
  });

  it('is 404 for a session without a route', async () => {
    const indoors = await exercise({ detailed_sport_info: 'STRENGTH_TRAINING' });
    const routeless = await exercise({ has_route: false }, TEUEA);
    expect((await file(`/v3/exercises/${String(indoors['id'])}/gpx`)).status).toBe(404);
    expect((await file(`/v3/exercises/${String(routeless['id'])}/gpx`, TEUEA)).status).toBe(404);
  });
});

it('an unknown exercise, or one of another person, has no file', async () => {
  const { id } = await longRun();
  for (const kind of ['fit', 'tcx', 'gpx']) {
    expect((await file(`/v3/exercises/nosuchid/${kind}`)).status).toBe(404);
    expect((await file(`/v3/exercises/${String(id)}/${kind}`, 1)).status).toBe(404);
  }
});

it('a transaction has the same files, and no content where there is none', async () => {
  const base = `/v3/users/47110001/exercise-transactions`;
  const headers = { authorization: 'Bearer simulator-token-aino' };
  const opened = await fetch(sim().url + base, { method: 'POST', headers });
  const transaction = `${base}/${String(at(await opened.json(), 'transaction-id'))}`;
  const links = at((await request(transaction)).json, 'exercises') as string[];
  const paths = links.map((link) => new URL(link).pathname);
  const summaries = await Promise.all(paths.map(async (path) => (await request(path)).json));
  const indoors = paths[summaries.findIndex((one) => at(one, 'has-route') === false)];
  const outdoors = paths[summaries.findIndex((one) => at(one, 'has-route') === true)];
  for (const kind of ['fit', 'tcx', 'gpx']) expect((await file(`${outdoors}/${kind}`)).status).toBe(200);
  for (const kind of ['fit', 'tcx']) expect((await file(`${indoors}/${kind}`)).status).toBe(200);
  expect((await file(`${indoors}/gpx`)).status).toBe(204);
  expect((await file(`${transaction}/exercises/1/fit`)).status).toBe(204);
});
