// Operations over HTTP, watched: a plugin of Yoga that says, once an operation is over, how it went.
import { type DocumentNode, getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Clock } from '../../clock.ts';
import { outcomeOf, startedAs } from './operation-summary.ts';
import type { OperationSummary, Telemetry } from './telemetry.ts';

export interface ObservedOperationsOptions {
  readonly telemetry: Pick<Telemetry, 'operation'>;
  readonly clock: Pick<Clock, 'elapsed'>;
}

type Started = Pick<OperationSummary, 'type' | 'name'>;

/** To be the last plugin: it reads results as they are sent, with codes and cost. */
export function observedOperations({ telemetry, clock }: ObservedOperationsOptions): Plugin {
  const received = new WeakMap<Request, number>();
  const started = new WeakMap<Request, Started>();
  const start = ({ args }: { readonly args: StartedArgs }) =>
    void started.set(args.contextValue.request, startedAs(getOperationAST(args.document, args.operationName) ?? null));
  return {
    onRequest: ({ request }) => void received.set(request, clock.elapsed()),
    onExecute: (payload) => start(payload as { readonly args: StartedArgs }),
    onSubscribe: (payload) => start(payload as { readonly args: StartedArgs }),
    onResultProcess: ({ request, result }) => {
      const { type, name } = started.get(request) ?? startedAs(null);
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
