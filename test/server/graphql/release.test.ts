// The schema evolves by adding: it is compared with that of the last release.
import { readdirSync, readFileSync } from 'node:fs';
import { buildSchema, findBreakingChanges } from 'graphql';
import { describe, expect, it } from 'vitest';

const RELEASES = new URL('../../../docs/releases/', import.meta.url);
const SCHEMA = new URL('../../../schema/', import.meta.url);

const numberOf = (name: string) => name.split('.').slice(0, 3).map(Number);

/** The SDL of the newest release; `docs/releases/<version>.graphql` is written when a version is released. */
function lastRelease(): string {
  const [newest = ''] = readdirSync(RELEASES).toSorted((a, b) => {
    const [left, right] = [numberOf(a), numberOf(b)];
    return right.map((part, index) => part - (left[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
  });
  return readFileSync(new URL(newest, RELEASES), 'utf8');
}

function currentSdl(): string {
  return readdirSync(SCHEMA)
    .map((name) => readFileSync(new URL(name, SCHEMA), 'utf8'))
    .join('\n');
}

describe('the graph', () => {
  it('has no breaking change since the last release', () => {
    expect(findBreakingChanges(buildSchema(lastRelease()), buildSchema(currentSdl()))).toEqual([]);
  });
});
