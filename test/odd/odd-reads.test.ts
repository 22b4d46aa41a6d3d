// An odd value in what can be read again is null with a warning: no error, no failure, and no harm to other records.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OddGateway, startOddGateway } from './odd-gateway.ts';
import { subjects } from './subjects.ts';
import { isWhole, tryOddValues } from './trials.ts';

const TIMEOUT_MS = isWhole ? 1_800_000 : 60_000;

let gateway: OddGateway;
beforeAll(async () => {
  gateway = await startOddGateway();
});
afterAll(() => gateway.close());

describe('an odd value of what can be read again', () => {
  it.each(subjects.filter(({ collect }) => !collect))(
    'in $record is no error, and harms no other record',
    async (subject) => {
      const { count, problems } = await tryOddValues(subject, gateway);
      expect(count).toBeGreaterThan(0);
      expect(problems).toEqual([]);
    },
    TIMEOUT_MS,
  );
});
