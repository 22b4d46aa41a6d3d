// The versions of the schema that databases may have: never changed, as nobody would migrate to the change.
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { migrationTo } from '../../../src/store/tables/migrations.ts';

/** Digests of the statements of each version, spaces aside. A new version is added at the end. */
const DIGESTS = {
  sqlite: [
    'f9a482550c9f7ccc',
    '8efc3c7f63a9aa40',
    '560a0af364737c82',
    'cfad473380d89738',
    '9ae49ff649ea6e94',
    '23b9af6f0542e063',
    '79959510648363f3',
    '377d9af6d644ebc6',
    '392b24a7b6dbc6ee',
    '2ccd706ad41158d2',
    '1a7fd9d747b2c768',
  ],
  postgres: [
    'c60ec5a1ed6bb1e2',
    '8504e67c9d7036e7',
    '560a0af364737c82',
    '90a7b0b26277d397',
    'a65d1a59b4125341',
    'a1b053b6d4a0a316',
    '36837d5b207fe155',
    'b90a7441e401af89',
    '24393b0db9beb150',
    '8ba371466a08c573',
    '039f4005e85e65f1',
  ],
} as const;

function digestOf(statements: readonly string[]): string {
  return createHash('sha256').update(statements.join(';').replaceAll(/\s+/g, ' ')).digest('hex').slice(0, 16);
}

it.each(['sqlite', 'postgres'] as const)('The versions of the schema on %s are those that databases have', (engine) => {
  const versions = DIGESTS[engine].map((_, index) => digestOf(migrationTo(index + 1, engine)));
  expect(versions).toEqual(DIGESTS[engine]);
  expect(migrationTo(DIGESTS[engine].length + 1, engine)).toEqual([]);
});
