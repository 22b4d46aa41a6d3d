// Where a person is signed in, and how they sign out of it from elsewhere.
import type { EndAllSessionsPayload, EndSessionPayload, Session, UserError } from '../../generated/graphql.ts';
import type { Context } from '../context.ts';

const KINDS = { browser: 'BROWSER', app: 'APP' } as const;

/** Null for whoever did not sign in here. */
export async function listSessions(context: Context): Promise<Session[] | null> {
  const account = context.account();
  if (!account) return null;
  const sessions = await account.sessions.list();
  return sessions.map(({ id, kind, isCurrent, ...instants }) => ({
    id,
    kind: KINDS[kind],
    createdAt: new Date(instants.createdAt).toISOString(),
    lastUsedAt: new Date(instants.lastUsedAt).toISOString(),
    expiresAt: new Date(instants.expiresAt).toISOString(),
    isCurrent,
  }));
}

/** An id of somebody else's session is answered like one that does not exist. */
export async function endSession(id: string, context: Context): Promise<EndSessionPayload> {
  const account = context.account();
  if (!account) return { ended: false, userErrors: [NOT_SIGNED_IN] };
  return (await account.sessions.end(id)) ? { ended: true, userErrors: [] } : { ended: false, userErrors: [NOT_FOUND] };
}

export async function endAllSessions(context: Context): Promise<EndAllSessionsPayload> {
  const account = context.account();
  if (!account) return { endedCount: 0, userErrors: [NOT_SIGNED_IN] };
  return { endedCount: await account.sessions.endAll(), userErrors: [] };
}

const NOT_SIGNED_IN: UserError = {
  code: 'NOT_SIGNED_IN',
  message: 'Cannot sign out: the request carries no session of this server',
};

const NOT_FOUND: UserError = {
  code: 'NOT_FOUND',
  message: 'Cannot sign out: the person has no session with this id, or it has ended already',
};
