// What was measured has the same id whether or not its prediction is sent with it.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FixedGateway, startFixedGateway } from '../fixed-replies.ts';

const DATE = '2026-11-20';
const PATH = '/v3/users/sleepwise/circadian-bedtime/date';
const bedtime = (type: string) => ({
  period_start_time: '2026-11-19T21:00:00',
  period_end_time: '2026-11-20T05:00:00',
  preferred_sleep_period_end_time: '2026-11-20T05:00:00',
  sleep_timezone_offset_minutes: 120,
  result_type: type,
});
const [prediction, measured] = [
  bedtime('CIRCADIAN_BEDTIME_TYPE_PREDICTION'),
  bedtime('CIRCADIAN_BEDTIME_TYPE_HISTORY'),
];

let replies: object[] = [];
let gateway: FixedGateway;
beforeAll(async () => {
  gateway = await startFixedGateway(() => ({ [PATH]: replies }));
});
afterAll(() => gateway.close());

/** Asks as one person, with a token of their own for each answer of AccessLink. */
async function idWith(token: string, sent: object[]): Promise<string> {
  replies = sent;
  const headers = { authorization: `Bearer ${token}`, 'polar-user-id': '70000017' };
  const query = `{ viewer { day(date: "${DATE}") { circadianBedtime { id resultType } } } }`;
  const { data } = await gateway.ask<{ viewer: { day: { circadianBedtime: { id: string; resultType: string } } } }>(
    query,
    { headers },
  );
  const { id, resultType } = data.viewer.day.circadianBedtime;
  const found = await gateway.ask(`{ node(id: "${id}") { ... on CircadianBedtime { resultType } } }`, { headers });
  expect([resultType, found.data]).toEqual(['HISTORY', { node: { resultType: 'HISTORY' } }]);
  expect(gateway.takePaths()).toEqual([PATH]);
  return id;
}

it('a measured bedtime has the id of its day, wherever its prediction stands in the list', async () => {
  const alone = await idWith('one', [measured]);
  expect(await idWith('two', [prediction, measured])).toBe(alone);
  expect(await idWith('three', [measured, prediction])).toBe(alone);
});
