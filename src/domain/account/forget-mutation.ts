// `Mutation.forgetMe`: erases what is stored of the caller, as far as they have proved who they are.
import { AccessLinkError } from '../../accesslink/errors.ts';
import type { ForgetMePayload, UserError } from '../../generated/graphql.ts';
import type { Context } from '../context.ts';
import { accessLinkFailures, describeFailure } from '../failures.ts';
import { erasedData } from './erased-data.ts';

/** A token that has proved nothing yet is sent to AccessLink once; what that says against it is in the payload. */
export async function forgetMe(context: Context): Promise<ForgetMePayload> {
  const forget = context.forget();
  if (!forget) return rejected(NOBODY);
  try {
    const erasure = await forget();
    return { forgotten: true, erased: erasedData(erasure), remaining: erasure.remaining, userErrors: [] };
  } catch (failure) {
    if (!(failure instanceof AccessLinkError)) throw failure;
    const { userErrorCode } = accessLinkFailures[failure.code];
    return rejected({ code: userErrorCode, message: `${describeFailure(failure)}. Nothing was erased` });
  }
}

function rejected(error: UserError): ForgetMePayload {
  return { forgotten: false, erased: [], remaining: null, userErrors: [error] };
}

const NOBODY: UserError = {
  code: 'NOT_SIGNED_IN',
  message:
    'Cannot forget anybody: the request carries neither a session of this server nor a token of Polar, so that it does not ' +
    'say whose data is to be erased',
};
