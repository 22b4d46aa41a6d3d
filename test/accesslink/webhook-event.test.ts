// The event in the body of a delivery, in the forms in which it may be sent.
import { describe, expect, it } from 'vitest';
import { webhookEventIn } from '../../src/accesslink/webhook-event.ts';

const SLEEP = { event: 'SLEEP', user_id: 47, date: '2026-11-21', timestamp: '2026-11-22T00:00:24Z' };
const KNOWN = {
  event: 'SLEEP',
  polarUserId: '47',
  entityId: null,
  from: '2026-11-21',
  to: '2026-11-21',
  timestamp: '2026-11-22T00:00:24Z',
};

describe('an event', () => {
  it.each([
    ['as documented', SLEEP],
    ['in small letters', { ...SLEEP, event: 'sleep' }],
    ['between blanks', { ...SLEEP, event: ' Sleep ' }],
    ['in camel case', { event: 'SLEEP', userId: '47', date: '2026-11-21', timestamp: SLEEP.timestamp }],
    ['in kebab case', { event: 'SLEEP', 'user-id': 47, date: '2026-11-21', timestamp: SLEEP.timestamp }],
    ['in an object', { data: SLEEP }],
    ['in a list', [SLEEP]],
    ['with a time in its date', { ...SLEEP, date: '2026-11-21T00:00:00.000Z' }],
  ])('%s is the same', (_, body) => {
    expect(webhookEventIn(JSON.stringify(body))).toEqual(KNOWN);
  });

  it.each(['sleep-wise-alertness', 'sleepWiseAlertness', 'SleepWise Alertness'])(
    'has its documented name: %s',
    (event) => {
      expect(webhookEventIn(JSON.stringify({ event }))?.event).toBe('SLEEP_WISE_ALERTNESS');
    },
  );

  it.each([
    ['none', {}],
    ['a name that is none', { event: 'a/b' }],
    ['a number', { event: 7 }],
    ['two', [SLEEP, SLEEP]],
    ['one too deep', { data: { data: SLEEP } }],
    ['null', null],
  ])('is not in a body with %s', (_, body) => {
    expect(webhookEventIn(JSON.stringify(body))).toBeNull();
    expect(webhookEventIn('{')).toBeNull();
  });
});
