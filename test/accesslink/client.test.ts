// From the response of a transport to records, "nothing", or a failure.
import { describe, expect, test } from 'vitest';
import { fetchRecords } from '../../src/accesslink/client.ts';
import { dayOfDated } from '../../src/accesslink/record-dates.ts';
import { getSleep, listNights } from '../../src/accesslink/endpoints/sleep.ts';
import { listAlertnessPeriodsInRange } from '../../src/accesslink/endpoints/sleepwise.ts';
import type { UpstreamRequest } from '../../src/accesslink/upstream.ts';
import { isoDate } from '../../src/calendar.ts';
import { createSecret } from '../../src/secret.ts';
import { failureOf } from './upstream.ts';

const token = createSecret('t');
const night = getSleep(isoDate('2026-11-22'));
const answering =
  (body: unknown, status = 200) =>
  async () => ({ status, body });

describe('a read', () => {
  test('is sent with its path and the token', async () => {
    const sent: UpstreamRequest[] = [];
    const send = async (request: UpstreamRequest) => {
      sent.push(request);
      return { status: 204, body: undefined };
    };
    await fetchRecords(send, night, token);
    expect(sent.map(({ path, authorization }) => [path, authorization.reveal()])).toEqual([
      ['/v3/users/sleep/2026-11-22', `Bearer ${token.reveal()}`],
    ]);
  });

  test('resolves with the records, and warnings about what could not be used', async () => {
    const send = answering({ nights: [{ date: '2026-11-22' }, 'odd', { date: '2026-11-21', continuity: {} }] });
    const { records, warnings } = await fetchRecords(send, { ...listNights(), dateOf: dayOfDated }, token);
    expect(records.map(({ date }) => date)).toEqual(['2026-11-22', '2026-11-21']);
    expect(warnings).toEqual([
      { date: '2026-11-21', property: 'Sleep.continuity', reason: 'value', count: 1 },
      { date: null, property: null, reason: 'record', count: 1 },
    ]);
  });

  test('names no day in its warnings when the request does not say how', async () => {
    const send = answering({ nights: [{ date: '2026-11-21', continuity: {} }] });
    const { warnings } = await fetchRecords(send, listNights(), token);
    expect(warnings).toMatchObject([{ date: null, property: 'Sleep.continuity' }]);
  });

  test.each([undefined, null, {}, [], { nights: [] }, { nights: null }])(
    'of %j resolves with no records',
    async (body) => {
      expect(await fetchRecords(answering(body), listNights(), token)).toMatchObject({ records: [], warnings: [] });
    },
  );

  test.each([
    ['a record', 'none', { read: night, status: 200, body: { date: '2026-11-22' } }],
    ['204', 'stated', { read: night, status: 204, body: undefined }],
    ['a 404 that is known to mean it', 'stated', { read: night, status: 404, body: undefined }],
    ['another 404', 'doubtful', { read: listNights(), status: 404, body: undefined }],
    ['an empty list', 'stated', { read: night, status: 200, body: [] }],
    ['an empty list in its wrapper', 'stated', { read: listNights(), status: 200, body: { nights: [] } }],
    ['a wrapper without a list', 'doubtful', { read: listNights(), status: 200, body: { nights: null } }],
    ['an empty object', 'doubtful', { read: listNights(), status: 200, body: {} }],
    ['null', 'doubtful', { read: night, status: 200, body: null }],
  ] as const)('says how sure it is that there is nothing: %s', async (_, absence, { read, status, body }) => {
    expect(await fetchRecords<'Sleep'>(answering(body, status), read, token)).toMatchObject({ absence });
  });

  test.each(['text', 0, false, ['odd'], { message: 'sorry' }, { nights: ['odd', 7] }, { nights: 'none' }])(
    'of %j fails: a body with content is not "nothing"',
    async (body) => {
      expect(await failureOf(fetchRecords(answering(body), listNights(), token))).toMatchObject({
        code: 'invalid',
        status: 200,
      });
    },
  );

  test('of a body without a record fails, and names the request without its query', async () => {
    const alertness = listAlertnessPeriodsInRange(isoDate('2026-11-01'), isoDate('2026-11-22'));
    const { message } = await failureOf(fetchRecords(answering({ error: true }), alertness, token));
    expect(message).toBe(
      'Cannot read the answer to GET /v3/users/sleepwise/alertness/date: there is no Alertness in it',
    );
  });
});
