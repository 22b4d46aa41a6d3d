// `Mutation.collect`: a failure is in the payload, next to the number of items stored before it.
import { AccessLinkError } from '../../accesslink/errors.ts';
import type { CollectionKind, CollectPayload, UserError } from '../../generated/graphql.ts';
import { StoreError } from '../../store/contract/errors.ts';
import type { Context } from '../context.ts';
import { accessLinkFailures, describeFailure } from '../failures.ts';

/** Imports all items of a kind that wait for the viewer. */
export async function collect(kind: CollectionKind, context: Context): Promise<CollectPayload> {
  context.viewer();
  const imports = context.imports();
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

const STORAGE_FAILED: UserError = {
  code: 'STORAGE_FAILED',
  message: 'What was read could not be stored. AccessLink still has it: try again later',
};

function userErrorFor(failure: Error): UserError {
  if (failure instanceof StoreError) return STORAGE_FAILED;
  if (!(failure instanceof AccessLinkError)) throw failure;
  const { userErrorCode } = accessLinkFailures[failure.code];
  return { code: userErrorCode, message: `${describeFailure(failure)}. AccessLink still has what was not imported` };
}
