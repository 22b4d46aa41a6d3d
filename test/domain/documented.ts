// Records as the documentation shows them, decoded, and records of which nothing is known.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { decodeRecords } from '../../src/accesslink/decode.ts';
import type { RecordName, Records } from '../../src/generated/accesslink.ts';

const file = new URL('../../docs/accesslink/openapi.yaml', import.meta.url);
const documentation: unknown = parse(readFileSync(file, 'utf8'));

/** The first record of the example that the documentation gives for a GET of `path`. */
export function documented<R extends RecordName>(name: R, path: string): Records[R] {
  const way = ['paths', path, 'get', 'responses', '200', 'content', 'application/json', 'example'];
  return recordOf(name, way.reduce(inside, documentation));
}

/** The record that a body decodes to. */
export function recordOf<R extends RecordName>(name: R, body: unknown): Records[R] {
  const [record] = decodeRecords(name, Array.isArray(body) ? body : [body]).records;
  if (record === undefined) throw new Error(`Cannot decode a ${name}: ${JSON.stringify(body)}`);
  return record;
}

function inside(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
