// The routes of the transactional resources.
import type { PersonRequest } from './request.ts';
import type { HandlerResult } from './response.ts';
import * as items from './endpoints/transaction-items.ts';
import {
  KIND_NAMES,
  commitTransaction,
  listNotifications,
  listTransaction,
  openTransaction,
} from './endpoints/transactions.ts';
import { FILE_KINDS } from './files/files.ts';
import type { Endpoint, Route, RouteServices } from './route.ts';
import { CATEGORIES, type ItemKind } from './transactions/items.ts';

/** Notifications, transactions, and their items. */
export function transactionRoutes(services: RouteServices): readonly Route[] {
  return [
    {
      method: 'GET',
      pattern: '/v3/notifications',
      access: 'client',
      handle: (request) => listNotifications(services, request),
    },
    ...(Object.keys(KIND_NAMES) as ItemKind[]).flatMap((kind) => wholeRoutes(services, kind)),
    ...itemRoutes(services),
  ];
}

function wholeRoutes({ transactions }: RouteServices, kind: ItemKind): readonly Route[] {
  const all = `/v3/users/{userId}/${kind}-transactions`;
  const one = `${all}/{transactionId}`;
  const row = (
    method: Endpoint['method'],
    pattern: string,
    handle: (request: PersonRequest) => HandlerResult,
  ): Route => {
    return { method, pattern, access: 'data', category: CATEGORIES[kind], handle };
  };
  return [
    row('POST', all, (request) => openTransaction(transactions, kind, request)),
    row('GET', one, (request) => listTransaction(transactions, kind, request)),
    row('PUT', one, (request) => commitTransaction(transactions, kind, request)),
  ];
}

function itemRoutes({ transactions }: RouteServices): readonly Route[] {
  const row = (kind: ItemKind, rest: string, handle: (request: PersonRequest) => HandlerResult): Route => {
    const pattern = `/v3/users/{userId}/${kind}-transactions/{transactionId}/${KIND_NAMES[kind].items}/{itemId}${rest}`;
    return { method: 'GET', pattern, access: 'data', category: CATEGORIES[kind], handle };
  };
  return [
    row('physical-information', '', (request) => items.getPhysicalInformation(transactions, request)),
    row('activity', '', (request) => items.getActivitySummary(transactions, request)),
    row('activity', '/step-samples', (request) => items.getStepSamples(transactions, request)),
    row('activity', '/zone-samples', (request) => items.getZoneSamples(transactions, request)),
    row('exercise', '', (request) => items.getExerciseSummary(transactions, request)),
    row('exercise', '/heart-rate-zones', (request) => items.getExerciseZones(transactions, request)),
    row('exercise', '/samples', (request) => items.listExerciseSamples(transactions, request)),
    row('exercise', '/samples/{typeId}', (request) => items.getExerciseSamples(transactions, request)),
    ...FILE_KINDS.map((file) =>
      row('exercise', `/${file}`, (request) => items.getExerciseItemFile(transactions, file, request)),
    ),
  ];
}
