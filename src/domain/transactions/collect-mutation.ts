// `Mutation.collect`: what can go wrong is told in the payload, beside what was kept before it did.
import { AccessLinkError, type AccessLinkErrorCode } from '../../accesslink/errors.ts';
import type { CollectionKind, CollectPayload, UserError } from '../../generated/graphql.ts';
import { StoreError } from '../../store/contract/errors.ts';
import type { Context } from '../context.ts';

/** Collects a kind for the viewer. */
export async function collect(
  kind: CollectionKind,
  { viewer, imports: collections }: Context,
): Promise<CollectPayload> {
  viewer();
  if (!collections) return { collected: 0, userErrors: [NOT_SIGNED_IN] };
  const { importedCount: collected, failure } = await collections.collect(kind);
  return { collected, userErrors: failure ? [userErrorOf(failure)] : [] };
}

const NOT_SIGNED_IN: UserError = {
  code: 'NOT_SIGNED_IN',
  message:
    'Cannot collect: the request is not one of somebody who signed in here; nothing is kept of people with a token that ' +
    'they bring, and AccessLink deletes what is collected',
};

const UNAVAILABLE: UserError = {
  code: 'UPSTREAM_UNAVAILABLE',
  message: 'AccessLink failed. What it has not handed over yet is still there: collect again later',
};

const TABLE = {
  unauthorized: {
    code: 'REAUTHENTICATE',
    message: 'AccessLink does not accept the token any more: sign in again',
  },
  forbidden: {
    code: 'CONSENT_REQUIRED',
    message: 'AccessLink refuses this data: accept the mandatory consents at account.polar.com',
  },
  'rate-limited': {
    code: 'RATE_LIMITED',
    message: 'The request budget of this AccessLink client is used up: collect again later',
  },
  conflict: UNAVAILABLE,
  refused: UNAVAILABLE,
  unavailable: UNAVAILABLE,
  timeout: UNAVAILABLE,
  invalid: UNAVAILABLE,
} satisfies Record<AccessLinkErrorCode, UserError>;

const STORAGE_FAILED: UserError = {
  code: 'STORAGE_FAILED',
  message: 'What was read could not be kept, so AccessLink was not told to delete it: collect again later',
};

function userErrorOf(failure: Error): UserError {
  if (failure instanceof AccessLinkError) return TABLE[failure.code];
  if (failure instanceof StoreError) return STORAGE_FAILED;
  throw failure;
}
