// Guesses of the partner's credentials and of codes: slowed by address, counted in all, and locking out nobody else.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSecret } from '../../../src/secret.ts';
import { CODE_GUESSES, createGuessLimit, PARTNER_GUESSES } from '../../../src/server/auth/guess-limit.ts';
import { ADDRESS_HEADER } from '../../../src/server/http/client-address.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';
import { startSignInGateway, type SignInGateway } from '../../support/signing-in.ts';
import { headOf, raw, statusOf } from './raw.ts';

const KEY = 'f3a9c01b7e5d2846f3a9c01b7e5d2846';
const QUERY = '{"query":"{ partner { webhook { url } } }"}';

let gateway: SignInGateway;
beforeEach(async () => {
  gateway = await startSignInGateway({ hasSocket: true, app: { partnerKey: createSecret(KEY) } });
});
afterEach(() => gateway.close());

const ask = (key: string, headers: Readonly<Record<string, string>> = {}) => {
  const head = headOf('POST /graphql', {
    'Content-Type': 'application/json',
    'Content-Length': String(QUERY.length),
    'Accesslink-Partner-Key': key,
    ...headers,
  });
  return raw(gateway.url, head + QUERY);
};
const form = 'grant_type=authorization_code&code=x&redirect_uri=y&code_verifier=z';
const redeem = () =>
  raw(
    gateway.url,
    headOf('POST /auth/token', {
      'Content-Type': 'application/x-www-form-urlencoded',
      'Content-Length': String(form.length),
    }) + form,
  );

describe('guesses', () => {
  it('of the partner key are refused after ten, with the time to wait and without comparing', async () => {
    for (let guess = 0; guess < 10; guess += 1) expect(statusOf(await ask(`wrong ${guess}`))).toBe(200);
    const refused = await ask(KEY);
    expect(refused).toMatch(/^HTTP\/1\.1 429 [^]*retry-after: \d+\r\n[^]*"code":"RATE_LIMITED"/i);
    expect(refused).toContain('"retryAfterSeconds":');
    expect(gateway.simulator.requests).toEqual([]);
  });

  it('are not moved to another address by what a client says of itself', async () => {
    for (let guess = 0; guess < 10; guess += 1)
      await ask('wrong', { 'X-Forwarded-For': `203.0.113.${guess}`, [ADDRESS_HEADER]: `203.0.113.${guess}` });
    expect(statusOf(await ask(KEY))).toBe(429);
  });

  it('of codes are refused after sixty, before the store is asked', async () => {
    for (let guess = 0; guess < CODE_GUESSES.perAddress; guess += 1) expect(statusOf(await redeem())).toBe(400);
    expect(await redeem()).toMatch(/^HTTP\/1\.1 429 [^]*retry-after: /i);
    expect(gateway.simulator.requests).toEqual([]);
  });
});

describe('the limit of guesses', () => {
  const fail = ({ failed }: ReturnType<typeof createGuessLimit>, address: string, times: number) => {
    for (let guess = 0; guess < times; guess += 1) failed(address);
  };

  it('lets an address try again when the minute is over', async () => {
    const clock = createVirtualClock();
    const limit = createGuessLimit(clock, PARTNER_GUESSES);
    fail(limit, 'a', 10);
    expect(limit.waitFor('a')).toBe(60);
    await clock.advance(59_500);
    expect(limit.waitFor('a')).toBe(1);
    await clock.advance(500);
    expect(limit.waitFor('a')).toBeNull();
  });

  it('lets each address try once when a hundred have failed, and whoever has not failed always', () => {
    const limit = createGuessLimit(createVirtualClock(), PARTNER_GUESSES);
    for (let index = 0; index < 99; index += 1) limit.failed(`address ${index}`);
    expect(limit.waitFor('address 0')).toBeNull();
    limit.failed('address 99');
    expect(limit.waitFor('address 0')).toBe(60);
    expect(limit.waitFor('the partner')).toBeNull();
  });
});
