// The files of an item: one that is too large is left out, and holds up nothing.
import { Readable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { UpstreamFile } from '../../../src/accesslink/upstream.ts';
import { readFiles } from '../../../src/jobs/import/item-files.ts';
import { createSecret } from '../../../src/secret.ts';
import { systemClock } from '../../../src/system-clock.ts';

const MEBIBYTE = 1024 * 1024;
const token = createSecret('token');

/** A TCX as AccessLink sends it. */
function fileOf(bytes: Buffer): UpstreamFile {
  return { contentType: null, contentEncoding: null, body: Readable.from([gzipSync(bytes)], { objectMode: false }) };
}

async function read(file: UpstreamFile) {
  const openFile = async () => file;
  return (await readFiles({ openFile, token, clock: systemClock }, '/v3/exercises/1', ['tcx'])).tcx;
}

describe('a file of an item', () => {
  it('of a day recorded every second is stored', async () => {
    const bytes = Buffer.alloc(40 * MEBIBYTE, 'a');
    const stored = await read(fileOf(bytes));
    expect(gunzipSync(Buffer.from(stored?.gzip ?? '', 'base64')).equals(bytes)).toBe(true);
  });

  it('that is too large is left out, and its request is ended', async () => {
    const file = fileOf(Buffer.alloc(80 * MEBIBYTE));
    expect(await read(file)).toEqual({ gzip: null });
    expect(file.body.destroyed).toBe(true);
  });

  it('that cannot be unpacked fails the item, which is asked for again', async () => {
    const cut = { ...fileOf(Buffer.alloc(0)), body: Readable.from([gzipSync(Buffer.alloc(999)).subarray(0, 20)]) };
    await expect(read(cut)).rejects.toMatchObject({ code: 'invalid' });
  });
});
