// The metrics and the table of docs/operating.md, from both sides; and that each is measured somewhere.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LABELS, METRICS } from '../../../../src/server/observability/metrics/definitions.ts';
import { sourcesBelow } from '../../../architecture/sources.ts';
import { sectionOf } from '../documented.ts';

/** The labels of each metric of the table. */
function documented(): Readonly<Record<string, readonly string[]>> {
  const rows = sectionOf(readFileSync('docs/operating.md', 'utf8'), 'Metrics').matchAll(/^\| `(\w+)` \| (.*?) ?\|/gm);
  return Object.fromEntries([...rows].map(([, name = '', labels = '']) => [name, labels.match(/\w+/g) ?? []]));
}

describe('the metrics', () => {
  it('are those of the documentation, with their labels', () => {
    const coded = Object.fromEntries(Object.entries(METRICS).map(([name, { labels }]) => [name, [...labels]]));
    expect(documented()).toEqual(coded);
  });

  it('are all measured, and every label belongs to one', () => {
    const text = sourcesBelow('src')
      .filter(({ path }) => !path.endsWith('metrics/definitions.ts'))
      .map((source) => source.text)
      .join('\n');
    expect(Object.keys(METRICS).filter((name) => !text.includes(`'${name}'`))).toEqual([]);
    const used = new Set(Object.values(METRICS).flatMap(({ labels }): readonly string[] => labels));
    expect(Object.keys(LABELS).filter((label) => !used.has(label))).toEqual([]);
  });
});
