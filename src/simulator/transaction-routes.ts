// The rows of the transactional resources.
import type { Answered, Ask } from './ask.ts';
import * as items from './chapters/transaction-items.ts';
import {
  WORDS,
  commitTransaction,
  listNotifications,
  listTransaction,
  openTransaction,
} from './chapters/transactions.ts';
import { FILE_KINDS } from './files/files.ts';
import type { Place, Route, Services } from './route.ts';
import { CHAPTERS, type Kind } from './transactions/pending.ts';

export function transactionRoutes(services: Services): readonly Route[] {
  return [
    {
      method: 'GET',
      pattern: '/v3/notifications',
      access: 'client',
      answer: (ask) => listNotifications(services, ask),
    },
    ...(Object.keys(WORDS) as Kind[]).flatMap((kind) => wholeRoutes(services, kind)),
    ...itemRoutes(services),
  ];
}

function wholeRoutes({ ledger }: Services, kind: Kind): readonly Route[] {
  const all = `/v3/users/{userId}/${kind}-transactions`;
  const one = `${all}/{transactionId}`;
  const row = (method: Place['method'], pattern: string, answer: (ask: Ask) => Answered): Route => {
    return { method, pattern, access: 'data', chapter: CHAPTERS[kind], answer };
  };
  return [
    row('POST', all, (ask) => openTransaction(ledger, kind, ask)),
    row('GET', one, (ask) => listTransaction(ledger, kind, ask)),
    row('PUT', one, (ask) => commitTransaction(ledger, kind, ask)),
  ];
}

function itemRoutes({ ledger }: Services): readonly Route[] {
  const row = (kind: Kind, rest: string, answer: (ask: Ask) => Answered): Route => {
    const pattern = `/v3/users/{userId}/${kind}-transactions/{transactionId}/${WORDS[kind].items}/{itemId}${rest}`;
    return { method: 'GET', pattern, access: 'data', chapter: CHAPTERS[kind], answer };
  };
  return [
    row('physical-information', '', (ask) => items.getPhysicalInformation(ledger, ask)),
    row('activity', '', (ask) => items.getActivitySummary(ledger, ask)),
    row('activity', '/step-samples', (ask) => items.getStepSamples(ledger, ask)),
    row('activity', '/zone-samples', (ask) => items.getZoneSamples(ledger, ask)),
    row('exercise', '', (ask) => items.getExerciseSummary(ledger, ask)),
    row('exercise', '/heart-rate-zones', (ask) => items.getExerciseZones(ledger, ask)),
    row('exercise', '/samples', (ask) => items.listExerciseSamples(ledger, ask)),
    row('exercise', '/samples/{typeId}', (ask) => items.getExerciseSamples(ledger, ask)),
    ...FILE_KINDS.map((file) => row('exercise', `/${file}`, (ask) => items.getExerciseItemFile(ledger, file, ask))),
  ];
}
