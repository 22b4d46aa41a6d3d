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
      const receivedAt = received.get(request) ?? clock.elapsed();
      const say = (ended: object) =>
        telemetry.operation({ type, name, milliseconds: clock.elapsed() - receivedAt, ...outcomeOf(ended) });
      if (isInParts(result)) void result.ended.then(say);
      else say(result);
    },
  };
}

/** Whether an answer has parts, of which all are to be known. */
function isInParts(result: object): result is { readonly ended: Promise<object> } {
  return 'ended' in result;
}

interface StartedArgs {
  readonly document: DocumentNode;
  readonly operationName?: string | null;
  readonly contextValue: { readonly request: Request };
}
