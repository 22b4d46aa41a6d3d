// The table of failures: what holds for every row, and who uses it.
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { accessLinkFailures } from '../../src/domain/failures.ts';

const rows = Object.entries(accessLinkFailures);

describe('a failure of AccessLink', () => {
  it.each(rows)('has a status of an error and a message without a full stop: %s', (_, { status, message }) => {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
    // OAuth allows no other characters in error_description.
    expect(message).toMatch(/^[A-Z][\x20\x21\x23-\x5b\x5d-\x7e]*[^.]$/);
  });

  it('is named by no other table of src/: a new code touches errors.ts and failures.ts', () => {
    const tables = globSync('src/**/*.ts').filter((file) =>
      rows.every(([code]) => new RegExp(`^\\s*'?${code}'?:`, 'm').test(readFileSync(file, 'utf8'))),
    );
    expect(tables).toEqual(['src/domain/failures.ts']);
  });
});
