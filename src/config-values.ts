// What the values of environment variables look like: each a schema whose error completes "PORT is "x", which …".
import { z } from 'zod';
import { parseEncryptionKeys } from './store/crypto/encryption.ts';

/** Never shown, not even when they are wrong. */
const SECRETS = ['POLAR_CLIENT_SECRET', 'PARTNER_KEY', 'SECRET_KEY', 'METRICS_TOKEN'];
const LOOPBACK_HOSTS = ['localhost', '127.0.0.1', '[::1]'];
const SWITCHED_ON = ['1', 'on', 'true', 'yes'];
const SWITCHED_OFF = ['0', 'off', 'false', 'no'];
/** 32 random bytes have fewer different ones once in 10^28 times; words, patterns and sequences have. */
const DIFFERENT_BYTES = 17;
const PARTNER_KEY_CHARACTERS = 32;
const DIFFERENT_CHARACTERS = 10;

/** A list separated by commas, without empty entries. */
export const list = z.string().default('').transform(listIn);

/** An origin of a page: it sends requests here, and none are sent to it. */
export const pageOrigin = z.string().refine(isOrigin, {
  error: 'is no origin such as https://example.com: http or https, no path, no query, no password',
});

/** An origin to which tokens are sent, or through which they pass: with TLS, or on this machine. */
export const origin = pageOrigin.refine(isPrivate, { error: insecure });

/** A URL to which codes, secrets or people are sent. */
export const url = z
  .string()
  .refine((text) => URL.canParse(text) && /^https?:/.test(text), { error: 'is no http(s) URL' })
  .refine(isPrivate, { error: insecure });

/** A URL to which nothing secret and nothing of anybody is sent: also without TLS, in a network of one's own. */
export const collectorUrl = z.string().refine((text) => URL.canParse(text) && /^https?:/.test(text), {
  error: 'is no http(s) URL',
});

/** A whole number within bounds. */
export function wholeNumber(least: number, most: number, name = `whole number from ${least} to ${most}`) {
  return z
    .string()
    .refine((text) => /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most, {
      error: `is no ${name}`,
    })
    .transform(Number);
}

/** The variables that arguments of the program stand for: `--workers 2` or `--workers=2`. */
export function argumentsIn(args: readonly string[]): Readonly<Record<string, string>> {
  const text = args.join('=');
  const workers = /(?:^|=)--workers(?:=([^=]*))?/.exec(text);
  return workers ? { WORKERS: workers[1] ?? 'nothing' } : {};
}

/** On or off. */
export const toggle = z
  .string()
  .refine((text) => [...SWITCHED_ON, ...SWITCHED_OFF].includes(text.toLowerCase()), {
    error: `is neither on (${SWITCHED_ON.join(', ')}) nor off (${SWITCHED_OFF.join(', ')})`,
  })
  .transform((text) => SWITCHED_ON.includes(text.toLowerCase()));

/**
 * Where an app gets its authorization code: a page over TLS, an app that has claimed a scheme named after a domain, or a
 * program on the person's own machine. RFC 8252, sections 7.1 to 7.3.
 */
export const redirectUri = z.string().refine(isRedirectUri, {
  error:
    'is no redirect URI of an app: https, a scheme with a dot such as com.example.app:/path, or http on a loopback ' +
    'address; without fragment, wildcard, password and spaces',
});

/** The key of the partner or of the metrics: long, and not one character again and again. */
export const partnerKey = z
  .string()
  .min(PARTNER_KEY_CHARACTERS, { error: `is shorter than ${PARTNER_KEY_CHARACTERS} characters` })
  .refine((text) => new Set(text).size >= DIFFERENT_CHARACTERS, {
    error: 'can be guessed: `openssl rand -hex 32` makes one that cannot',
  });

/** The keys of the store: each 32 bytes that are random. */
export const secretKey = z.string().superRefine((text, context) => {
  const error = weaknessOf(text);
  if (error !== null) context.addIssue({ code: 'custom', message: `cannot be used: ${error}` });
});

/** What is wrong with a variable, in one line: with its value, unless it is secret. */
export function mistakeIn(issue: z.core.$ZodIssue, set: Readonly<Record<string, string | undefined>>): string {
  const [name, index] = issue.path;
  const value = typeof index === 'number' ? listIn(String(set[String(name)]))[index] : set[String(name)];
  if (value === undefined) return `Cannot start: ${String(name)} ${issue.message}`;
  const shown = SECRETS.includes(String(name)) ? 'set to something' : `"${withoutPassword(value)}"`;
  return `Cannot start: ${String(name)} is ${shown}, which ${issue.message}`;
}

function listIn(text: string): string[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function weaknessOf(text: string): string | null {
  try {
    const weak = parseEncryptionKeys(text).find(({ key }) => isPattern(key.export()));
    return weak ? `the key named "${weak.id}" is not random; \`openssl rand -base64 32\` makes one that is` : null;
  } catch (failure) {
    return failure instanceof Error ? failure.message.replace('Cannot read SECRET_KEY: ', '') : String(failure);
  }
}

/** Few different bytes, as in a repeated word, or few different steps from one to the next, as in a sequence. */
function isPattern(bytes: Uint8Array): boolean {
  const steps = [...bytes].map((byte, index) => (byte - (bytes[index - 1] ?? 0) + 256) % 256);
  return [bytes, steps].some((values) => new Set(values).size < DIFFERENT_BYTES);
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, href, origin: own } = new URL(text);
  return /^https?:$/.test(protocol) && href === `${own}/`;
}

/** Also of what is no URL: that is another mistake, which has its own line. */
function isPrivate(text: string): boolean {
  if (!URL.canParse(text)) return true;
  const { protocol, hostname } = new URL(text);
  return protocol !== 'http:' || LOOPBACK_HOSTS.includes(hostname);
}

function insecure(): string {
  return 'is not protected by TLS: http is for this machine only (localhost, 127.0.0.1, [::1]); use https';
}

function isRedirectUri(text: string): boolean {
  if (!URL.canParse(text) || !/^[\x21-\x7e]+$/.test(text) || /[#*\\]/.test(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== '' || password !== '') return false;
  if (protocol === 'http:') return LOOPBACK_HOSTS.includes(hostname);
  return protocol === 'https:' || protocol.includes('.');
}

function withoutPassword(text: string): string {
  return text.replace(/\/\/.*@/, '//…@');
}
