// One row of the table of everything that is served.
import type { Accounts } from './accounts.ts';
import type { Answered, Ask, OpenAsk } from './ask.ts';
import type { Chapter } from './life/resident.ts';
import type { SignIn } from './oauth/authorization.ts';
import type { Ledger } from './transactions/ledger.ts';
import type { Webhooks } from './webhooks/webhooks.ts';

export interface Place {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Placeholders in braces; `userId` takes digits only. */
  readonly pattern: string;
}

/** Read with the person's token, once they are registered and have consented to the chapter. */
export interface DataRoute extends Place {
  readonly access: 'data';
  readonly chapter: Chapter;
  readonly answer: (ask: Ask) => Answered;
}

/** Asked with the person's token, registered or not. */
export interface PersonRoute extends Place {
  readonly access: 'person';
  readonly answer: (ask: Ask) => Answered;
}

/** `client`: asked with the client's id and secret. */
export interface OpenRoute extends Place {
  readonly access: 'client' | 'anybody';
  readonly answer: (ask: OpenAsk) => Answered;
}

export type Route = DataRoute | PersonRoute | OpenRoute;

/** What the routes stand on. */
export interface Services {
  readonly accounts: Accounts;
  readonly signIn: SignIn;
  readonly webhooks: Webhooks;
  readonly ledger: Ledger;
}
