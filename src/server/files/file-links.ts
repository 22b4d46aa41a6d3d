// Links to files: encrypted, so that nobody can read or change what they refer to, and valid for ten minutes.
import { z } from 'zod';
import { fileTypesFor } from '../../accesslink/endpoints/files.ts';
import type { SignedLink, RequestedFile } from '../../domain/context.ts';
import { createSecret, type Secret } from '../../secret.ts';
import { deriveEncryption } from '../../store/crypto/derived-encryption.ts';
import type { EncryptionKey } from '../../store/crypto/encryption.ts';

/** The user whose file a link opens. */
export interface LinkOwner {
  /** `Viewer.owner`. */
  readonly owner: string;
  readonly polarUserId: string | null;
  /** Null for users whose token is stored: it is read when the link is opened. */
  readonly token: Secret | null;
}

/** What a link refers to. */
export interface LinkedFile extends LinkOwner {
  readonly file: RequestedFile;
}

export interface FileLinks {
  /** A link under an origin. */
  create(linked: LinkedFile, origin: string): SignedLink;
  /** Decrypts the last part of a link's path; null when it was not made here, was altered, or has expired. */
  open(encrypted: string): LinkedFile | null;
}

/** The path of a link, before its encrypted part. */
export const FILES_PATH = '/files/';

const LIFETIME_MS = 10 * 60_000;
/** Additional data: what was encrypted for another purpose does not decrypt here. Fixed, as links outlive a restart. */
const PURPOSE = 'link to a file';

const linkedFile = z.object({
  owner: z.string(),
  polarUserId: z.string().nullable(),
  token: z.string().nullable(),
  file: z.object({
    source: z.enum(['accesslink', 'imported']),
    exerciseId: z.string(),
    type: z.enum(fileTypesFor(null)),
    name: z.string(),
  }),
  expiresAt: z.number(),
});

/** Links encrypted with keys derived from the store's; without any, with a random key that ends with the process. */
export function createFileLinks(keys: readonly EncryptionKey[], now: () => number): FileLinks {
  const encryption = deriveEncryption(keys, PURPOSE);
  return {
    create: ({ token, ...linked }, origin) => {
      const expiresAt = now() + LIFETIME_MS;
      const text = JSON.stringify({ ...linked, token: token?.reveal() ?? null, expiresAt });
      const url = `${origin}${FILES_PATH}${encryption.encrypt(createSecret(text), PURPOSE)}`;
      return { url, expiresAt: new Date(expiresAt).toISOString() };
    },
    open: (encrypted) => {
      const parsed = linkedFile.safeParse(parseOrNull(() => encryption.decrypt(encrypted, PURPOSE).reveal()));
      if (!parsed.success || parsed.data.expiresAt <= now()) return null;
      const { token, ...linked } = parsed.data;
      return { ...linked, token: token === null ? null : createSecret(token) };
    },
  };
}

function parseOrNull(read: () => string): unknown {
  try {
    return JSON.parse(read());
  } catch {
    return null;
  }
}
