// The signature of a delivery, against a published value, and everything that is no signature.
import { describe, expect, it } from 'vitest';
import { isSignedWith, signatureOf } from '../../src/accesslink/signature.ts';
import { createSecret } from '../../src/secret.ts';

const key = createSecret('key');
const body = Buffer.from('The quick brown fox jumps over the lazy dog');
/** A published test value of HMAC-SHA256. */
const SIGNATURE = 'f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8';

describe('a signature', () => {
  it('is the HMAC-SHA256 of the bytes in hexadecimal, of either case', () => {
    expect(signatureOf(body, key)).toBe(SIGNATURE);
    expect(isSignedWith(key, body, SIGNATURE)).toBe(true);
    expect(isSignedWith(key, body, SIGNATURE.toUpperCase())).toBe(true);
  });

  it.each([
    null,
    '',
    'f7',
    `${SIGNATURE}00`,
    SIGNATURE.slice(2),
    ` ${SIGNATURE}`,
    `${SIGNATURE}\n`,
    'g'.repeat(64),
    'é'.repeat(64),
  ])('is not %j', (signature) => {
    expect(isSignedWith(key, body, signature)).toBe(false);
  });

  it('is none with another digit in any place', () => {
    const others = Array.from(SIGNATURE, (digit, index) => {
      const other = ((Number.parseInt(digit, 16) + 1) % 16).toString(16);
      return SIGNATURE.slice(0, index) + other + SIGNATURE.slice(index + 1);
    });
    expect(others.filter((signature) => isSignedWith(key, body, signature))).toEqual([]);
  });

  it('is of one key and one body', () => {
    expect(isSignedWith(createSecret('kez'), body, SIGNATURE)).toBe(false);
    expect(isSignedWith(key, Buffer.concat([body, Buffer.from(' ')]), SIGNATURE)).toBe(false);
  });
});
