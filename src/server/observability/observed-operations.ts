// Operations over HTTP, watched: a plugin of Yoga that says, once an operation is over, how it went.
import { type DocumentNode, getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Clock } from '../../clock.ts';
import type { OperationSummary, Telemetry } from './telemetry.ts';

export interface ObservedOperationsOptions {
  readonly telemetry: Pick<Telemetry, 'operation'>;
  readonly clock: Pick<Clock, 'elapsed'>;
}

type Started = Pick<OperationSummary, 'type' | 'name'>;

/** A name in a document may be as long as the document. */
const MAX_NAME_LENGTH = 60;

/** To be the last plugin: it reads results as they are sent, with codes and cost. */
export function observedOperations({ telemetry, clock }: ObservedOperationsOptions): Plugin {
  const received = new WeakMap<Request, number>();
  const started = new WeakMap<Request, Started>();
  const start = ({ args }: { readonly args: StartedArgs }) =>
    void started.set(args.contextValue.request, startOf(args));
  return {
    onRequest: ({ request }) => void received.set(request, clock.elapsed()),
    onExecute: (payload) => start(payload as { readonly args: StartedArgs }),
    onSubscribe: (payload) => start(payload as { readonly args: StartedArgs }),
    onResultProcess: ({ request, result }) => {
      const { type, name } = started.get(request) ?? { type: 'invalid', name: null };
      const milliseconds = clock.elapsed() - (received.get(request) ?? clock.elapsed());
      telemetry.operation({ type, name, milliseconds, ...outcomeOf(result) });
    },
  };
}

interface StartedArgs {
  readonly document: DocumentNode;
  readonly operationName?: string | null;
  readonly contextValue: { readonly request: Request };
}

function startOf({ document, operationName }: StartedArgs): Started {
  const operation = getOperationAST(document, operationName);
  return { type: operation?.operation ?? 'invalid', name: operation?.name?.value.slice(0, MAX_NAME_LENGTH) ?? null };
}

/** A stream of results has begun: how it goes on is not waited for. */
function outcomeOf(result: object): Pick<OperationSummary, 'codes' | 'stats'> {
  if (Symbol.asyncIterator in result || Array.isArray(result)) return { codes: [], stats: null };
  const { errors = [], extensions } = result as SentResult;
  return {
    codes: [...new Set(errors.map((error) => String(error.extensions?.['code'])))],
    stats: extensions?.accesslink ?? null,
  };
}

interface SentResult {
  readonly errors?: readonly { readonly extensions?: Readonly<Record<string, unknown>> }[];
  readonly extensions?: { readonly accesslink?: NonNullable<OperationSummary['stats']> };
}
