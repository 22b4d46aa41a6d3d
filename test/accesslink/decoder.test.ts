// Large bodies are decoded in a thread of their own, with the same records and failures as small ones.
import { readdirSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { type EncodedBody, recordContent } from '../../src/accesslink/decoder/body-content.ts';
import { createBodyDecoder, DecoderError } from '../../src/accesslink/decoder/body-decoder.ts';
import { contentOf, type ContentPart, partsOf } from '../../src/accesslink/decoder/parts.ts';
import { fetchRecords } from '../../src/accesslink/client.ts';
import { createSecret } from '../../src/secret.ts';
import { systemClock } from '../../src/system-clock.ts';
import type { RecordName } from '../../src/generated/accesslink.ts';
import { ODD_VALUES, soundWire, waysInto, withValue } from '../domain/odd-values.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';
import { catalogOf } from './catalog.ts';
import { documentedReads } from './documentation.ts';
import { failureOf, upstream } from './upstream.ts';

const decoder = createBodyDecoder(systemClock);
afterAll(() => decoder.close());

const bytesOf = (text: string) => new Uint8Array(new TextEncoder().encode(text));
/** In two blocks. */
function encoded(text: string, record: RecordName): EncodedBody {
  const bytes = bytesOf(text);
  const blocks = [bytes.slice(0, bytes.length / 2), bytes.slice(bytes.length / 2)];
  return { blocks, contentType: undefined, record, maxBytes: 32_000_000 };
}

const inThread = (text: string, record: RecordName) => decoder.decode(encoded(text, record));
const here = (text: string, record: RecordName) => recordContent(bytesOf(text), {}, record);

const kinds = [...new Set(catalogOf('475', '2AC312F').map(({ read }) => read.record))];
const cases = new URL('../cases/', import.meta.url);
/** All that stands in a case, from the whole file to each body in it. */
const caseTexts = readdirSync(cases)
  .filter((name) => name.endsWith('.json'))
  .map((name) => readFileSync(new URL(name, cases), 'utf8'));
const examples = documentedReads.flatMap(({ example }) => (example === undefined ? [] : [JSON.stringify(example)]));

describe('a body that is decoded in the thread', () => {
  it.each(kinds)('has the same %s in it and the same warnings', async (record) => {
    const odd = waysInto(record).flatMap((way) =>
      ODD_VALUES.filter((_, index) => index % 7 === way.length).map((value) =>
        withValue(soundWire(record), way, value),
      ),
    );
    const texts = [JSON.stringify(odd), JSON.stringify(odd[0]), '[]', '{}', 'null', '[1,"x",null]', ...examples];
    for (const text of texts) expect(await inThread(text, record)).toEqual(here(text, record));
  });

  it.each(['', '<html></html>', '{', '{"error":"odd"}', '{"status":503,"message":"later"}', '[NaN]', ...caseTexts])(
    'is what it is here, whatever it is (%#)',
    async (text) => {
      expect(await inThread(text, 'Sleep')).toEqual(here(text, 'Sleep'));
    },
  );

  it('has warnings about the records in it', async () => {
    const content = await inThread('[{"date":"2026-11-21"},{"date":"2026-11-22","sleep_score":1000}]', 'Sleep');
    const { records = [], warnings = [] } = content.kind === 'records' ? content.decoded : {};
    expect([warnings.length, warnings[0]?.record === records[1]]).toEqual([1, true]);
  });
});

describe('the parts of a content', () => {
  const nights = Array.from({ length: 900 }, () => soundWire('Sleep'));

  it('are several when there is much in it, and together all of it', () => {
    const content = here(JSON.stringify(nights), 'Sleep');
    const parts = [...partsOf(content)];
    expect(parts.length).toBeGreaterThan(3);
    expect(contentOf(parts)).toEqual(content);
    expect(contentOf(parts.slice(0, -1))).toBeNull();
  });

  it('have a long series in one value', () => {
    const samples = Array.from({ length: 50_000 }, () => ({ heart_rate: 60, sample_time: '00:01' }));
    const days = [1, 2, 3].map((day) => ({ date: `2026-11-0${day}`, heart_rate_samples: samples }));
    const parts: readonly ContentPart[] = [...partsOf(here(JSON.stringify(days), 'ContinuousHeartrate'))];
    expect(parts.map(({ kind }) => kind)).toEqual(['some', 'last']);
  });
});

describe('the thread', () => {
  it('decodes many bodies at once, each for whoever asked', async () => {
    const texts = Array.from(
      { length: 40 },
      (_, index) => `[{"date":"2026-11-${(index % 28) + 1}","light_sleep":${index}}]`,
    );
    expect(await Promise.all(texts.map((text) => inThread(text, 'Sleep')))).toEqual(
      texts.map((text) => here(text, 'Sleep')),
    );
  });

  it('fails alone on a body that takes more memory than it has, and another takes its place', async () => {
    const small = createBodyDecoder(systemClock, 16);
    const list = `[${'{"date":"2026-11-22","sleep_score":80},'.repeat(400_000)}{}]`;
    const failure = await small.decode(encoded(list, 'Sleep')).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(DecoderError);
    expect(failure).toMatchObject({ isOutOfMemory: true });
    const next = await small.decode(encoded('[]', 'Sleep'));
    expect(next).toEqual(here('[]', 'Sleep'));
    await small.close();
  });

  it('rejects what it decodes when it is closed', async () => {
    const closed = createBodyDecoder(systemClock);
    const decoding = closed.decode(encoded('[]', 'Sleep'));
    await Promise.all([expect(decoding).rejects.toBeInstanceOf(DecoderError), closed.close()]);
  });
});

describe('a large reply', () => {
  const read = { path: '/v3/users/sleep', record: 'Sleep' } as const;
  const night = JSON.stringify([{ date: '2026-11-22', sleep_score: 80 }]);

  it.each([
    ['as it is', {}, (text: string) => text],
    ['compressed', { 'content-encoding': 'gzip' }, (text: string) => gzipSync(text)],
  ])('has the records of a small one, %s', async (_, headers, encode) => {
    const answer = (response: ServerResponse) => response.writeHead(200, headers).end(encode(night));
    const [large, small] = [await upstream(answer, { smallBodyBytes: 0 }), await upstream(answer)];
    const token = createSecret('a-token');
    const records = await fetchRecords(large.transport.send, read, token);
    expect(records).toEqual(await fetchRecords(small.transport.send, read, token));
    expect(records.records).toHaveLength(1);
  });

  it.each([
    ['{"errorType":"odd","message":"Not now","status":503}', { code: 'unavailable' }],
    ['<html></html>', { code: 'invalid', problem: 'html-page' }],
    ['{', { code: 'invalid', problem: null }],
    ['[7]', { code: 'invalid', problem: null }],
    [gzipSync('[1,2,3]').subarray(0, 15), { code: 'invalid', problem: null }],
    [gzipSync(' '.repeat(40_000_000)), { code: 'invalid', problem: 'too-large' }],
  ])('that is %s fails as a small one does', async (text, failure) => {
    const { transport } = await upstream((response) => response.end(text), { smallBodyBytes: 0 });
    expect(await failureOf(fetchRecords(transport.send, read, createSecret('a-token')))).toMatchObject(failure);
  });

  it.each([0, 100_000_000])('is put together of many blocks (small up to %i bytes)', async (smallBodyBytes) => {
    const nights = Array.from({ length: 60_000 }, (_, index) => ({ date: '2026-11-22', light_sleep: index }));
    const { transport } = await upstream((response) => response.end(JSON.stringify(nights)), { smallBodyBytes });
    const { records } = await fetchRecords(transport.send, read, createSecret('a-token'));
    expect(records.map(({ light_sleep }) => light_sleep)).toEqual(nights.map(({ light_sleep }) => light_sleep));
  });

  it('is "nothing" when it is an empty list', async () => {
    const { transport } = await upstream((response) => response.end('[]'), { smallBodyBytes: 0 });
    expect(await fetchRecords(transport.send, read, createSecret('a-token'))).toEqual({
      records: [],
      warnings: [],
      absence: 'stated',
    });
  });

  it('states its size when that is too large, and is not read', async () => {
    const { transport } = await upstream((response) => response.end('x'.repeat(200_000)), { maxBodyBytes: 10_000 });
    const failure = await failureOf(transport.send({ ...read, authorization: createSecret('Bearer a') }));
    expect(failure).toMatchObject({ problem: 'too-large', timesTooLarge: 20 });
  });
});

describe('an idle thread', () => {
  it('ends after five seconds, and starts again with the next body', async () => {
    const clock = createVirtualClock();
    const idle = createBodyDecoder(clock);
    expect(idle.isRunning()).toBe(false);
    for (let round = 0; round < 2; round += 1) {
      expect(await idle.decode(encoded('[]', 'Sleep'))).toEqual(here('[]', 'Sleep'));
      await clock.advance(4_999);
      expect(idle.isRunning()).toBe(true);
      await clock.advance(1);
      expect(idle.isRunning()).toBe(false);
    }
    await idle.close();
  });
});
