// The files of an item: one that is too large is left out, and holds up nothing.
import { Readable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { AccessLinkError } from '../../../src/accesslink/errors.ts';
import type { UpstreamFile } from '../../../src/accesslink/upstream.ts';
import { readFiles } from '../../../src/jobs/import/item-files.ts';
import { createSecret } from '../../../src/secret.ts';
import { systemClock } from '../../../src/system-clock.ts';

const MEBIBYTE = 1024 * 1024;
const token = createSecret('token');

/** A TCX as AccessLink sends it. */
function fileOf(bytes: Buffer): UpstreamFile {
  return {
    label: 'GET /fit',
    contentType: null,
    contentEncoding: null,
    body: Readable.from([gzipSync(bytes)], { objectMode: false }),
  };
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

  it('with pauses is left out when AccessLink refuses its parameter, and no other file is', async () => {
    const asked: string[] = [];
    const openFile = async ({ path }: { readonly path: string }) => {
      asked.push(path);
      if (path.includes('?')) throw new AccessLinkError('refused', 'Bad request', { status: 400 });
      return fileOf(Buffer.from('<gpx/>'));
    };
    const files = await readFiles({ openFile, token, clock: systemClock }, '/v3/x', ['gpx', 'gpx-with-pauses']);
    expect(Object.keys(files)).toEqual(['gpx']);
    expect(asked).toEqual(['/v3/x/gpx', '/v3/x/gpx?includePauseTimes=true']);
    await expect(
      readFiles(
        { openFile: () => Promise.reject(new AccessLinkError('timeout', 'Late')), token, clock: systemClock },
        '/v3/x',
        ['gpx-with-pauses'],
      ),
    ).rejects.toMatchObject({ code: 'timeout' });
  });
});
