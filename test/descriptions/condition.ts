// A condition that a description names, and the check that it is true.
import { createSecret } from '../../src/secret.ts';
import { type FixedGateway, type Replies, startFixedGateway } from '../e2e/fixed-replies.ts';
import { basicOf, CLIENT } from '../support/client.ts';
import { type AskOptions, NOW, startGateway } from '../support/gateway.ts';

export interface Condition {
  /** The fields or types whose descriptions name it. */
  readonly of: readonly string[];
  /** Its words in each of these descriptions. */
  readonly claim: string;
  /** What is, and what must be if the claim is true; or the test that holds it, by file and part of its title. */
  readonly check: (() => Promise<Outcome>) | { readonly file: string; readonly title: string };
}

export interface Outcome {
  readonly got: unknown;
  readonly expected: unknown;
}

/** An outcome. */
export function same(got: unknown, expected: unknown): Outcome {
  return { got, expected };
}

export const DAY = '2026-11-20';
export const USER = { polarUserId: '47110001', token: 'token' };

/** The answer to a selection of the viewer, from an AccessLink with these replies. */
export async function viewerOf(replies: Replies, selection: string, asked: AskOptions = {}): Promise<unknown> {
  const { data } = await answerOf(replies, `{ viewer { ${selection} } }`, asked);
  return Object(data)['viewer'];
}

/** The answer to a selection of the viewer, from the simulator, with the sessions that it has in transactions imported. */
export async function simulatedViewer(selection: string): Promise<unknown> {
  const gateway = await startGateway({ store: {} });
  if (selection.includes('collected')) await gateway.ask('mutation { collect(kind: EXERCISE) { collected } }');
  const { data } = await gateway.ask(`{ viewer { ${selection} } }`);
  await gateway.close();
  return Object(data)['viewer'];
}

/** Data and errors of a query, from an AccessLink with these replies. */
export async function answerOf(replies: Replies, query: string, asked: AskOptions = {}) {
  const gateway = await startFixedGateway(() => replies);
  const { data, errors = [] } = await gateway.ask(query, asked);
  await gateway.close();
  return { data, errors };
}

/** A gateway with a store, whose partner can ask, and whose default user is verified. */
export async function withPartner(
  replies: Replies,
  use: (gateway: FixedGateway) => Promise<unknown>,
): Promise<unknown> {
  const gateway = await startFixedGateway(() => replies, { client: CLIENT, store: {}, app: { defaultUser: USER } });
  try {
    return await use(gateway);
  } finally {
    await gateway.close();
  }
}

/** The data of a query of the partner. */
export async function partnerData(gateway: Pick<FixedGateway, 'ask'>, query: string): Promise<unknown> {
  const { data } = await gateway.ask(query, { headers: { authorization: basicOf(CLIENT) } });
  return data;
}

/** Connects a person of whom nothing else is known. */
export async function connect({ store }: FixedGateway, polarUserId: string): Promise<void> {
  const token = createSecret('token');
  await store?.users.connect({ polarUserId, memberId: null, registeredAt: null, token, connectedAt: NOW });
}
