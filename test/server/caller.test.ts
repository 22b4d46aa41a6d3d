// Who asks and what day it is for them, from headers alone.
import { describe, expect, it } from 'vitest';
import { callerOf, todayFor } from '../../src/server/caller.ts';

const FALLBACK = { polarUserId: '1', token: 'fallback-token' };
const bearer = (authorization: string, more: Record<string, string> = {}) => new Headers({ authorization, ...more });

describe('the caller', () => {
  it('is who the bearer token and the user id tell', () => {
    const caller = callerOf(bearer('Bearer abc.DEF-1_2~3+4/5==', { 'polar-user-id': '47110001' }), FALLBACK);
    expect(caller.token.reveal()).toBe('abc.DEF-1_2~3+4/5==');
    expect(caller.viewer).toEqual({ owner: '47110001', polarUserId: '47110001' });
  });

  it('may write the scheme as they like, and leave the user id out', () => {
    const caller = callerOf(bearer('bEARER   abc '), FALLBACK);
    expect(caller.token.reveal()).toBe('abc');
    expect(caller.viewer.polarUserId).toBeNull();
    expect(caller.viewer.owner).toMatch(/^token:[\w-]{43}$/);
  });

  it('has a scope of their own for every pair of user id and token', () => {
    const scopes = [
      callerOf(bearer('Bearer a'), null),
      callerOf(bearer('Bearer b'), null),
      callerOf(bearer('Bearer a', { 'polar-user-id': '1' }), null),
      callerOf(bearer('Bearer a', { 'polar-user-id': '2' }), null),
    ].map(({ scope }) => scope);
    expect(new Set(scopes).size).toBe(4);
    expect(callerOf(bearer('Bearer a'), null).scope).toBe(scopes[0]);
  });

  it('is the fallback without a credential, and never with a bad one', () => {
    expect(callerOf(new Headers(), FALLBACK).token.reveal()).toBe('fallback-token');
    expect(() => callerOf(bearer('Basic abc'), FALLBACK)).toThrow(/no bearer token/);
  });

  it('is refused without a credential where there is no fallback, with the remedy', () => {
    expect(() => callerOf(new Headers(), null)).toThrow(
      expect.objectContaining({ code: 'unauthenticated', message: expect.stringContaining('Authorization: Bearer') }),
    );
  });

  it.each([
    '',
    'Bearer',
    'Bearer ',
    'Bearer a b',
    'Bearer a,b',
    'Bearer "a"',
    'Token a',
    'Bearer é',
    'Bearer =a',
    'xBearer a',
  ])('is refused with the credential %j, which is not quoted', (authorization) => {
    expect(() => callerOf(bearer(authorization), FALLBACK)).toThrow(
      expect.objectContaining({ code: 'unauthenticated', message: expect.not.stringContaining('é') }),
    );
  });

  it.each(['', '0', '01', '-1', '1e3', 'abc', '1 2', '12345678901234567890', 'canary'])(
    'is refused with the user id %j, which is not quoted',
    (id) => {
      expect(() => callerOf(bearer('Bearer a', { 'polar-user-id': id }), FALLBACK)).toThrow(
        expect.objectContaining({ code: 'bad-user-input', message: expect.not.stringContaining('canary') }),
      );
    },
  );
});

describe('today', () => {
  const inZone = (zone: string | null, now: string) =>
    todayFor(new Headers(zone === null ? {} : { 'accesslink-time-zone': zone }), Date.parse(now));

  it.each([
    [null, '2026-11-22T23:59:59Z', { today: '2026-11-22', edge: '2026-11-22' }],
    ['UTC', '2026-11-22T00:00:00Z', { today: '2026-11-22', edge: '2026-11-22' }],
    ['Europe/Helsinki', '2026-11-22T22:30:00Z', { today: '2026-11-23', edge: '2026-11-23' }],
    ['Pacific/Kiritimati', '2026-11-22T10:00:00Z', { today: '2026-11-23', edge: '2026-11-23' }],
    ['Pacific/Kiritimati', '2026-11-22T09:59:59Z', { today: '2026-11-22', edge: '2026-11-22' }],
    ['Pacific/Pago_Pago', '2026-11-22T10:59:59Z', { today: '2026-11-21', edge: '2026-11-22' }],
    ['America/New_York', '2024-03-01T04:59:59Z', { today: '2024-02-29', edge: '2024-03-01' }],
  ])('in %s at %s is %j: windows are counted from the edge', (zone, now, expected) => {
    expect(inZone(zone, now)).toEqual(expected);
  });

  it.each(['Europe/Nowhere', 'Helsinki', '+25:00', 'x'])('is refused in %j, naming a good one', (zone) => {
    expect(() => inZone(zone, '2026-11-22T12:00:00Z')).toThrow(
      expect.objectContaining({ code: 'bad-user-input', message: expect.stringContaining('Europe/Helsinki') }),
    );
  });
});
