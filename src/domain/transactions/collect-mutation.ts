// `Mutation.collect`: a failure stands in the payload, next to the number of items stored before it.
import { AccessLinkError, type AccessLinkErrorCode } from '../../accesslink/errors.ts';
import type { CollectionKind, CollectPayload, UserError } from '../../generated/graphql.ts';
import { StoreError } from '../../store/contract/errors.ts';
import type { Context } from '../context.ts';

/** Imports all items of a kind that wait for the viewer. */
export async function collect(kind: CollectionKind, { viewer, imports }: Context): Promise<CollectPayload> {
  viewer();
  if (!imports) return { collected: 0, userErrors: [NOT_SIGNED_IN] };
  const { importedCount, failure } = await imports.collect(kind);
  return { collected: importedCount, userErrors: failure ? [userErrorFor(failure)] : [] };
}

const NOT_SIGNED_IN: UserError = {
  code: 'NOT_SIGNED_IN',
  message:
    'Cannot import: the request carries no session of this server. Nothing is stored of a caller with a token of their ' +
    'own, and AccessLink deletes what is imported',
};

const UNAVAILABLE: UserError = {
  code: 'UPSTREAM_UNAVAILABLE',
  message: 'AccessLink failed. It still has what was not imported: try again later',
};

const USER_ERRORS = {
  unauthorized: {
    code: 'REAUTHENTICATE',
    message: 'AccessLink does not accept the token any more: sign in again',
  },
  forbidden: {
    code: 'CONSENT_REQUIRED',
    message: 'AccessLink denies access to this data: accept the mandatory consents at account.polar.com',
  },
  'rate-limited': {
    code: 'RATE_LIMITED',
    message: 'The request budget of this AccessLink client is used up: try again later',
  },
  conflict: UNAVAILABLE,
  refused: UNAVAILABLE,
  unavailable: UNAVAILABLE,
  timeout: UNAVAILABLE,
  invalid: UNAVAILABLE,
} satisfies Record<AccessLinkErrorCode, UserError>;

const STORAGE_FAILED: UserError = {
  code: 'STORAGE_FAILED',
  message: 'What was read could not be stored. AccessLink still has it: try again later',
};

function userErrorFor(failure: Error): UserError {
  if (failure instanceof AccessLinkError) return USER_ERRORS[failure.code];
  if (failure instanceof StoreError) return STORAGE_FAILED;
  throw failure;
}
