// When there is a night: as soon as one of the parts that an operation needs exists.
import { buildSchema, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../src/calendar.ts';
import { createModelCache } from '../../../src/domain/convert/model-cache.ts';
import type { Context } from '../../../src/domain/context.ts';
import { NIGHT_PARTS, type NightPart } from '../../../src/domain/nights/night-parts.ts';
import { readNight } from '../../../src/domain/nights/night.ts';
import { nightPartsFor } from '../../../src/server/graphql/flag-fields.ts';
import { readTypeDefs } from '../../../src/server/graphql/type-defs.ts';
import { startGateway } from '../../support/gateway.ts';
import { recordOf } from '../documented.ts';

const DATE = isoDate('2026-11-20');
const SLEEP = recordOf('Sleep', { date: DATE, sleep_score: 80 });

/** By field of a night, written out by hand: the requests that bring it. */
const FIELDS: Readonly<Record<string, RegExp>> = {
  sleepScore: /\/users\/sleep/,
  'recharge { status }': /\/nightly-recharge/,
  'skinTemperature { temperatureCelsius }': /\/skintemperature/,
  'alertness { grade }': /\/alertness/,
  'circadianBedtime { quality }': /\/circadian-bedtime/,
};

/** A context whose loaders have what is given, and fail where that is an Error. */
function createContext(nightParts: readonly NightPart[], parts: Partial<Record<NightPart, unknown>>): Context {
  const load = (part: NightPart) => async () => {
    const found = parts[part];
    if (found instanceof Error) throw found;
    return { value: found === undefined ? [] : [found], fetchedAt: 0, stale: false };
  };
  const loaders = Object.fromEntries(NIGHT_PARTS.map((part) => [part, { load: load(part) }]));
  return { nightParts, nightDayParts: [], loaders, models: createModelCache() } as unknown as Context;
}

describe('a night', () => {
  it.each(NIGHT_PARTS)('of which only one part exists (%s) exists when that part is needed', async (part) => {
    const found = { [part]: part === 'sleep' ? SLEEP : {} };
    expect(await readNight(DATE, createContext([part], found))).toMatchObject({ date: DATE });
    expect(await readNight(DATE, createContext(NIGHT_PARTS, found))).toMatchObject({ date: DATE });
    const others = NIGHT_PARTS.filter((other) => other !== part);
    expect(await readNight(DATE, createContext(others, found))).toBeNull();
  });

  it('without a needed part fails when one could not be read, and is there when another one is', async () => {
    const failure = new Error('unavailable');
    for (const part of NIGHT_PARTS) {
      await expect(readNight(DATE, createContext(NIGHT_PARTS, { [part]: failure }))).rejects.toBe(failure);
      const found = { [part === 'alertness' ? 'recharge' : 'alertness']: {}, [part]: failure };
      expect(await readNight(DATE, createContext(NIGHT_PARTS, found))).toMatchObject({ date: DATE });
    }
  });

  it('whose sleep could not be read fails at each field of the sleep, and at no other', async () => {
    const failure = new Error('unavailable');
    const night = await readNight(DATE, createContext(NIGHT_PARTS, { sleep: failure, recharge: {} }));
    const type = buildSchema(readTypeDefs().join('\n')).getType('Night');
    const others = new Set(['id', 'date', 'day', ...NIGHT_PARTS]);
    const ofSleep = isObjectType(type) ? Object.keys(type.getFields()).filter((field) => !others.has(field)) : [];
    const { date, ...failing } = Object.fromEntries(Object.entries(night ?? {}));
    expect(date).toBe(DATE);
    expect(Object.keys(failing).toSorted()).toEqual(ofSleep.toSorted());
    for (const fail of Object.values(failing)) expect(fail).toThrow(failure);
  });
});

describe('a part of a night that is requested alone', () => {
  it.each(Object.entries(FIELDS))('%s is read, and no other part', async (field, path) => {
    const gateway = await startGateway();
    const { data, errors } = await gateway.ask<{ viewer: { night: object | null } }>(
      `{ viewer { night(date: "${DATE}") { ${field} } } }`,
    );
    const paths = gateway.simulator.requests.map((request) => request.path);
    await gateway.close();
    expect(errors).toBeUndefined();
    expect(Object.values(data.viewer.night ?? { night: null })).not.toContain(null);
    expect(paths).toEqual([expect.stringMatching(path)]);
  });

  it('is every part of the table', () => {
    const parts = Object.keys(FIELDS).map((field) => `Night.${field.split(' ')[0]}`);
    expect(nightPartsFor(new Set(parts))).toHaveLength(5);
    expect(NIGHT_PARTS).toHaveLength(5);
  });
});
