// The text of a result in time slices: the same as in one go.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonInSlices, stringified, stringifiedInPieces } from '../../../src/server/graphql/json-slices.ts';
import { createTimeSlices } from '../../../src/server/graphql/time-slices.ts';

/** A clock on which work takes as long as a test says, and the slices of one millisecond over it. */
function createWorld() {
  const place = { time: 0 };
  const nextTurn = (task: () => void) => void setImmediate(task);
  const slices = createTimeSlices({ clock: { elapsed: () => place.time, nextTurn }, sliceMs: 1 });
  return { slices, work: (milliseconds: number) => void (place.time += milliseconds) };
}

describe('the text of a result', () => {
  const json = fc.jsonValue({ maxDepth: 8 });

  it('is the same in slices as in one go', async () => {
    await fc.assert(
      fc.asyncProperty(json, async (value) => {
        const { slices, work } = createWorld();
        const operation = slices.forOperation('a');
        const pause = () => {
          work(0.4);
          return operation.pause();
        };
        expect(String(Buffer.concat(await jsonInSlices(value, { pause })))).toBe(JSON.stringify(value));
      }),
      { numRuns: 50 },
    );
  });

  it('of a long list is the same, however deep it lies', async () => {
    const longList = fc.array(fc.oneof(json, fc.constant(undefined)), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(longList, fc.nat(5), fc.integer({ min: 495, max: 1_505 }), async (items, depth, length) => {
        const list = Array.from({ length }, (_, index) => items[index % items.length]);
        const within = Array.from({ length: depth }).reduce<unknown>((value) => [value], { a: 1, b: undefined, list });
        const pieces = await jsonInSlices(within, { pause: () => undefined });
        expect(String(Buffer.concat(pieces))).toBe(JSON.stringify(within));
      }),
      { numRuns: 50 },
    );
  });

  it('of 12,700 times that lie deep is made piece by piece', async () => {
    const times = Array.from({ length: 12_700 }, () => '2026-11-22T06:31:00');
    const pieces = await jsonInSlices([[[[[{ columns: times }]]]]], { pause: () => undefined });
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(32_768);
  });

  it('leaves out what is undefined in an object, as JSON does, and has null in its place in a list', async () => {
    const pause = () => undefined;
    const value = { a: undefined, b: [undefined, { c: undefined }] };
    expect(String(Buffer.concat(await jsonInSlices(value, { pause })))).toBe('{"b":[null,{}]}');
  });

  it('has the data first, and everything else as it may be sent', async () => {
    const operation = createWorld().slices.forOperation('a');
    const { stringify } = (await stringified({ data: { a: 1 } }, operation)) as unknown as {
      stringify: (result: object) => Buffer;
    };
    expect(String(stringify({ data: null }))).toBe('{"data":{"a":1}}');
    expect(String(stringify({ errors: ['no'], data: null, extensions: { b: 2 } }))).toBe(
      '{"data":{"a":1},"errors":["no"],"extensions":{"b":2}}',
    );
  });

  it('comes in pieces when it is long, and they are together what it is as a whole', async () => {
    const operation = createWorld().slices.forOperation('a');
    const sent = { data: null, errors: ['no'], extensions: { b: 2 } };
    await fc.assert(
      fc.asyncProperty(json, async (data) => {
        const { stringify, inPieces } = await stringifiedInPieces({ data } as never, operation, { wholeBytes: 20 });
        expect(inPieces !== undefined).toBe(Buffer.byteLength(JSON.stringify(data)) > 20);
        const pieces: Buffer[] = [];
        if (inPieces) for await (const piece of inPieces(sent)) pieces.push(piece);
        const text = inPieces ? String(Buffer.concat(pieces)) : String(stringify?.(sent));
        expect(text).toBe(`{"data":${JSON.stringify(data)},"errors":["no"],"extensions":{"b":2}}`);
      }),
      { numRuns: 100 },
    );
  });
});
