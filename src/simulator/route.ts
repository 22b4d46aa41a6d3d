// One route of the API: method, path, access, and handler.
import type { Accounts } from './accounts.ts';
import type { ApiRequest, PersonRequest } from './request.ts';
import type { HandlerResult } from './response.ts';
import type { DataCategory } from './data/person-profile.ts';
import type { OAuthServices } from './oauth/authorization.ts';
import type { Transactions } from './transactions/transactions.ts';
import type { Webhooks } from './webhooks/webhooks.ts';

/** Method and path. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With placeholders in braces; `userId` matches digits only. */
  readonly pattern: string;
}

/** Requires the token of a person who is registered and has consented to the category. */
export interface DataRoute extends Endpoint {
  readonly access: 'data';
  readonly category: DataCategory;
  readonly handle: (request: PersonRequest) => HandlerResult;
}

/** Requires the token of a person, registered or not. */
export interface PersonRoute extends Endpoint {
  readonly access: 'person';
  readonly handle: (request: PersonRequest) => HandlerResult;
}

/** `client` requires the client's id and secret. */
export interface OpenRoute extends Endpoint {
  readonly access: 'client' | 'public';
  readonly handle: (request: ApiRequest) => HandlerResult;
}

export type Route = DataRoute | PersonRoute | OpenRoute;

/** What the handlers need. */
export interface RouteServices {
  readonly accounts: Accounts;
  readonly oauth: OAuthServices;
  readonly webhooks: Webhooks;
  readonly transactions: Transactions;
}
