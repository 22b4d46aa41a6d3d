// Links to files: sealed, so that nobody can read or change what they stand for, and short-lived.
import { createSecretKey, hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { SignedLink, RequestedFile } from '../../domain/context.ts';
import { createSecret, type Secret } from '../../secret.ts';
import { createEncryption, type EncryptionKey } from '../../store/crypto/encryption.ts';

/** Whose file a link opens. */
export interface LinkOwner {
  /** `Viewer.owner`. */
  readonly owner: string;
  readonly polarUserId: string | null;
  /** Null for people whom this server knows: their token is looked up when the link is opened. */
  readonly token: Secret | null;
}

/** What a link stands for. */
export interface LinkedFile extends LinkOwner {
  readonly file: RequestedFile;
}

export interface FileLinks {
  /** A link below an origin. */
  make(linked: LinkedFile, origin: string): SignedLink;
  /** What the last part of a link's path stands for; null when it is none of ours, was altered, or has expired. */
  open(sealed: string): LinkedFile | null;
}

/** Where links lead. */
export const FILES_PATH = '/files/';

const LIFETIME_MS = 10 * 60_000;
/** Names the use, so that nothing sealed for another one opens here. */
const PURPOSE = 'link to a file';

const contents = z.object({
  owner: z.string(),
  polarUserId: z.string().nullable(),
  token: z.string().nullable(),
  file: z.object({
    source: z.enum(['session', 'collected']),
    exerciseId: z.string(),
    type: z.enum(['fit', 'tcx', 'gpx']),
    name: z.string(),
  }),
  expiresAt: z.number(),
});

/** Links sealed with keys made of the store's, or, without any, with one that dies with the process. */
export function createFileLinks(keys: readonly EncryptionKey[], now: () => number): FileLinks {
  const seal = createEncryption(keys.length > 0 ? keys.map(derived) : [randomKey()]);
  return {
    make: ({ token, ...linked }, origin) => {
      const expiresAt = now() + LIFETIME_MS;
      const text = JSON.stringify({ ...linked, token: token?.reveal() ?? null, expiresAt });
      const url = `${origin}${FILES_PATH}${seal.encrypt(createSecret(text), PURPOSE)}`;
      return { url, expiresAt: new Date(expiresAt).toISOString() };
    },
    open: (sealed) => {
      const text = opened(() => seal.decrypt(sealed, PURPOSE).reveal());
      const parsed = contents.safeParse(text);
      if (!parsed.success || parsed.data.expiresAt <= now()) return null;
      const { token, ...linked } = parsed.data;
      return { ...linked, token: token === null ? null : createSecret(token) };
    },
  };
}

function derived({ id, key }: EncryptionKey): EncryptionKey {
  return { id, key: createSecretKey(Buffer.from(hkdfSync('sha256', key, '', PURPOSE, 32))) };
}

function randomKey(): EncryptionKey {
  return { id: 'process', key: createSecretKey(randomBytes(32)) };
}

function opened(open: () => string): unknown {
  try {
    return JSON.parse(open());
  } catch {
    return null;
  }
}
