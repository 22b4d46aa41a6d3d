// What each event invalidates and reads again: written out by hand, as nobody may derive it from the table it checks.
import { describe, expect, it } from 'vitest';
import { EVENT_TYPES, type EventType } from '../../../src/accesslink/webhook-event.ts';
import { resourceTable } from '../../../src/domain/resource-table.ts';
import type { EventSubject } from '../../../src/jobs/deliveries/refresh.ts';
import { type Lookup, reactionTo, TODAY } from './reactions.ts';

const FROM = '2026-11-18';
const TO = '2026-11-19';
const DAYS = [FROM, TO];
const SUBJECT: EventSubject = { entityId: null, from: FROM, to: TO };

/** What was done for an event, by the names of the resources, in their order. */
interface Reaction {
  readonly invalidated: Readonly<Record<string, readonly string[] | null>>;
  readonly read: Readonly<Record<string, readonly Lookup[]>>;
}

/** Null: everything of the resource. */
const REACTIONS: Readonly<Record<Exclude<EventType, 'EXERCISE'>, Reaction>> = {
  ACTIVITY_SUMMARY: {
    invalidated: {
      'daily activity': DAYS,
      'activity samples': DAYS,
      ECG: DAYS,
      'blood oxygen': DAYS,
      'skin contact': DAYS,
      'recent daily activity': null,
      'recent activity samples': null,
    },
    read: { 'daily activity': DAYS },
  },
  SLEEP: {
    invalidated: {
      sleep: DAYS,
      'nightly recharge': DAYS,
      'skin temperature': DAYS,
      'body temperature': DAYS,
      'available nights': null,
    },
    read: { sleep: DAYS, 'nightly recharge': DAYS, 'skin temperature': DAYS },
  },
  CONTINUOUS_HEART_RATE: {
    invalidated: { 'continuous heart rate': DAYS },
    read: { 'continuous heart rate': DAYS },
  },
  SLEEP_WISE_ALERTNESS: {
    invalidated: { alertness: DAYS, 'recent alertness': null },
    read: { alertness: DAYS },
  },
  SLEEP_WISE_CIRCADIAN_BEDTIME: {
    invalidated: { 'circadian bedtime': DAYS, 'recent circadian bedtime': null },
    read: { 'circadian bedtime': DAYS },
  },
  PHYSICAL_INFORMATION: {
    invalidated: { 'physical info': null, user: null },
    read: { 'physical info': ['record'] },
  },
};

/** A session five days ago changes the load of its day and of all days since. */
const SINCE = ['2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21', TODAY];
const MONTHS_AND_RECENT = { 'recent cardio load': null, 'cardio load of months': null };

describe('an event', () => {
  it.each(Object.entries(REACTIONS))(
    '%s invalidates its records and reads some of them again',
    async (type, expected) => {
      const reaction = await reactionTo(type as EventType, SUBJECT);
      expect(reaction).toEqual({ ...expected, date: TO, premature: [], isMissing: false, forgotten: {} });
    },
  );

  it.each([
    ['names no day', null, null],
    ['names a day that no calendar knows', '2026-02-30', '2026-02-30'],
    ['names more days than are told apart', '2026-10-01', '2026-10-29'],
    ['names days in the wrong order', TO, FROM],
  ])('that %s invalidates every day, and reads yesterday and today again', async (_, from, to) => {
    const { invalidated, read, date } = await reactionTo('SLEEP', { entityId: null, from, to });
    expect(invalidated).toEqual({
      sleep: null,
      'nightly recharge': null,
      'skin temperature': null,
      'body temperature': null,
      'available nights': null,
    });
    const days = ['2026-11-21', TODAY];
    expect(read).toEqual({ sleep: days, 'nightly recharge': days, 'skin temperature': days });
    expect(date).toBeNull();
  });

  it('of 28 days names them all', async () => {
    const { invalidated } = await reactionTo('SLEEP', { entityId: null, from: '2026-10-01', to: '2026-10-28' });
    expect(invalidated['sleep']).toHaveLength(28);
  });
});

describe('the event of an exercise', () => {
  it('invalidates it, the list, and the cardio load from its day on, and reads them again', async () => {
    expect(
      await reactionTo('EXERCISE', { entityId: 'abc', from: null, to: null }, { startTime: '2026-11-17T23:00:00' }),
    ).toEqual({
      invalidated: { exercises: ['', 'abc'], 'cardio load': SINCE, ...MONTHS_AND_RECENT },
      read: { exercises: [{ kind: 'one', id: 'abc' }], 'cardio load': SINCE },
      date: '2026-11-17',
      premature: [],
      isMissing: false,
      forgotten: {},
    });
  });

  it.each([
    ['is older than the load looks back', '2026-10-25T08:00:00', '2026-10-25'],
    ['has no day', null, null],
  ])('that %s leaves the load of today', async (_, startTime, date) => {
    const reaction = await reactionTo('EXERCISE', { entityId: 'abc', from: null, to: null }, { startTime });
    expect(reaction.invalidated['cardio load']).toEqual([TODAY]);
    expect(reaction.date).toBe(date);
  });

  it('that lies a day ahead of today is of that day alone', async () => {
    const reaction = await reactionTo(
      'EXERCISE',
      { entityId: 'abc', from: null, to: null },
      { startTime: '2026-11-23T00:10:00' },
    );
    expect(reaction.read['cardio load']).toEqual(['2026-11-23']);
  });

  it('without an id invalidates all exercises and reads the list again', async () => {
    expect(
      await reactionTo('EXERCISE', { entityId: null, from: null, to: null }, { startTime: '2026-11-17T23:00:00' }),
    ).toEqual({
      invalidated: { exercises: null, 'cardio load': [TODAY], ...MONTHS_AND_RECENT },
      read: { exercises: [{ kind: 'list' }], 'cardio load': [TODAY] },
      date: null,
      premature: [],
      isMissing: false,
      forgotten: {},
    });
  });
});

describe('every resource', () => {
  it.each(Object.values(resourceTable).map(({ name }) => name))('reacts to some event: %s', (name) => {
    const byEvent = Object.values(REACTIONS).flatMap(({ invalidated }) => Object.keys(invalidated));
    const byExercise = ['exercises', 'cardio load', ...Object.keys(MONTHS_AND_RECENT)];
    expect([...byEvent, ...byExercise]).toContain(name);
  });

  it.each(EVENT_TYPES)('is read again after %s only where it was invalidated before', async (type) => {
    const { read, invalidated, premature } = await reactionTo(type, SUBJECT);
    expect(premature).toEqual([]);
    expect(Object.keys(invalidated)).toEqual(expect.arrayContaining(Object.keys(read)));
  });
});
