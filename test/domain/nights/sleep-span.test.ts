import { describe, expect, it } from 'vitest';
import { readingOf } from '../../../src/accesslink/wire-times.ts';
import { spanOf } from '../../../src/domain/nights/sleep-span.ts';

describe('spanOf', () => {
  it('has no offset unless each of its times has one', () => {
    const [naive, exact] = [readingOf('2025-06-01T03:00:00'), readingOf('2025-06-01T07:00:00+03:00')];
    expect([spanOf(naive, exact), spanOf(naive, null), spanOf(null, exact)]).toMatchObject([
      { hasOffset: false, startMs: Date.parse('2025-06-01T03:00Z'), endMs: Date.parse('2025-06-01T07:00Z') },
      { hasOffset: false, startMs: Date.parse('2025-06-01T03:00Z'), endMs: null },
      { hasOffset: true, startMs: null, endMs: Date.parse('2025-06-01T04:00Z') },
    ]);
    expect(spanOf(null, null)).toBeNull();
  });

  it.each(['2025-06-01T03:00:00Z', '2025-06-01T02:00:00Z', '2025-06-02T03:00:00Z'])(
    'does not believe that a sleep that began at 03:00 ended at %s',
    (end) => {
      expect(spanOf(readingOf('2025-06-01T03:00:00Z'), readingOf(end))?.endMs).toBeNull();
    },
  );
});
