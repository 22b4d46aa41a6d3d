// Erasing what is stored of the caller of an operation: of whom they have proved to be.
import { bearer } from '../../accesslink/credentials.ts';
import { getUser } from '../../accesslink/endpoints/users.ts';
import type { Transport } from '../../accesslink/upstream.ts';
import type { Context } from '../../domain/context.ts';
import type { DataOwner } from '../../jobs/account-deletion.ts';
import type { ErasableMemoryTier } from '../../loading/cache/memory-tier.ts';
import type { TokenOwners } from '../../loading/cache/token-owners.ts';
import { type Erasure, NOTHING_ERASED } from '../../store/contract/erasure.ts';
import type { Store } from '../../store/contract/store.ts';
import type { Caller } from './caller.ts';

export interface ForgettingOptions {
  readonly store: Pick<Store, 'records'> | null;
  /** Erases from the store; null without one. */
  readonly eraseData: ((owner: DataOwner) => Promise<Erasure>) | null;
  readonly memory: Pick<ErasableMemoryTier, 'forget'>;
  readonly tokenOwners: TokenOwners;
}

/** The sender of an operation, and how it sends. */
export interface ForgettingOperation {
  readonly caller: Caller | null;
  /** The user who signed in here, also when AccessLink does not accept their token any more. */
  readonly signedIn: { readonly user: { readonly polarUserId: string } } | null;
  readonly send: Transport;
  /** Nothing changes: the request is recorded, not sent. */
  readonly isPlan: boolean;
}

export type ForgetFor = (operation: ForgettingOperation) => ReturnType<Context['forget']>;

/** `Context.forget` for the sender of an operation. */
export function createForgetting(options: ForgettingOptions): ForgetFor {
  return ({ caller, signedIn, send, isPlan }) => {
    const verifiedId = signedIn?.user.polarUserId ?? (caller?.tokenHash === null ? caller.viewer.polarUserId : null);
    if (verifiedId !== null) return async () => (isPlan ? NOTHING_ERASED : erase(options, { polarUserId: verifiedId }));
    return caller && (() => forgetToken(caller, { ...options, send, isPlan }));
  };
}

/** The token proves itself first: by what is stored of it, or by the one request that AccessLink answers to nobody else. */
async function forgetToken(
  caller: Caller,
  options: ForgettingOptions & Pick<ForgettingOperation, 'send' | 'isPlan'>,
): Promise<Erasure> {
  const { viewer, token, tokenHash, partition } = caller;
  const { store, memory, tokenOwners, send, isPlan } = options;
  const proven = tokenOwners.find(tokenHash ?? '') ?? (await store?.records.ownerOf(partition)) ?? null;
  if (proven === null && viewer.polarUserId !== null) {
    const { path } = getUser(viewer.polarUserId);
    await send({ path, authorization: bearer(token) });
  }
  if (isPlan) return NOTHING_ERASED;
  memory.forget(partition);
  return erase(options, { tokenHash: tokenHash ?? '' });
}

async function erase({ eraseData }: ForgettingOptions, owner: DataOwner): Promise<Erasure> {
  return eraseData ? eraseData(owner) : NOTHING_ERASED;
}
