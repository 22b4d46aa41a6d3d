// One execution of an operation: what its fields share, and its result.
import type { ExecutionResult, ValidatedExecutionArgs } from 'graphql';
import type { TimeSlices } from '../time-slices.ts';
import { createCollectedErrors, ignoreFailures } from './errors.ts';
import type { AnyResolver, Execution, ExecutionReads, RememberedSelections } from './types.ts';

export interface ExecutionOptions {
  /** By default, operations run in one go. */
  readonly slices?: Pick<TimeSlices, 'of'> | undefined;
  /** A resolver without what makes it wait for time slices; undefined where that is all there is. */
  readonly unwrap?: ((resolver: AnyResolver) => AnyResolver | undefined) | undefined;
  /** Selections of models that never change; by default nothing is remembered. */
  readonly remembered?: RememberedSelections | undefined;
  /** What an operation with this context reads of memory; by default nothing that is made of it is remembered. */
  readonly readsOf?: ((context: unknown) => ExecutionReads | null) | undefined;
  /** The key of an object of a type, where everything that is selected of it depends on the key and on who asks. */
  readonly keyOf?: Execution['keyOf'] | undefined;
  /** For whom an operation with this context is executed: what is remembered for one is not for another. */
  readonly viewerOf?: ((context: unknown) => unknown) | undefined;
}

/** An execution, and how it ends. */
export interface RunningExecution extends Execution {
  /** Notes that the result is made, and returns it. */
  readonly finish: (result: ExecutionResult) => ExecutionResult;
  /** Aborts what resolvers still do. */
  readonly end: () => void;
}

interface RepeatableOptions extends ExecutionOptions {
  /** Whether the same operation was executed before: what is executed once is not worth remembering. */
  readonly isRepeated: boolean;
}

export function createExecution(args: ValidatedExecutionArgs, options: RepeatableOptions): RunningExecution {
  const { slices, unwrap = sameResolver, remembered = null, viewerOf, readsOf, keyOf = noKey, isRepeated } = options;
  const { contextValue } = args;
  const { helpers, end } = createHelpers();
  const loaders = slices && (contextValue as { readonly loaders?: object } | undefined)?.loaders;
  const execution: RunningExecution = {
    args,
    errors: createCollectedErrors(),
    slices: loaders && slices.of(loaders),
    unwrap,
    templates: new Map(),
    helpers,
    remembered: isRepeated ? remembered : null,
    viewer: isRepeated ? viewerOf?.(contextValue) : undefined,
    reads: (isRepeated && readsOf?.(contextValue)) || null,
    keyOf,
    impureCalls: 0,
    momentaryCalls: 0,
    usesRemembered: false,
    isFinished: false,
    end,
    finish: (result) => {
      execution.isFinished = true;
      return result;
    },
  };
  return execution;
}

/** The result with this data, and the errors so far. */
export function resultOf(execution: RunningExecution, data: unknown): ExecutionResult {
  const { list } = execution.errors;
  execution.end();
  if (execution.usesRemembered && typeof data === 'object' && data !== null) execution.remembered?.addUse(data);
  const result = { data: data as ExecutionResult['data'] & {} };
  return list.length > 0 ? { errors: list, ...result } : result;
}

const sameResolver = (resolver: AnyResolver) => resolver;
const noKey = () => undefined;

/** What `info` offers for asynchronous work. Hardly any resolver asks for it. */
function createHelpers(): Pick<Execution, 'helpers'> & { readonly end: () => void } {
  let controller: AbortController | null = null;
  let hasEnded = false;
  let asyncHelpers: ReturnType<Execution['helpers']['getAsyncHelpers']> | null = null;
  const getAbortSignal = () => {
    controller ??= new AbortController();
    if (hasEnded) controller.abort();
    return controller.signal;
  };
  const getAsyncHelpers = () => {
    asyncHelpers ??= { promiseAll: (values) => Promise.all(values), track: ignoreFailures };
    return asyncHelpers;
  };
  const end = () => {
    hasEnded = true;
    controller?.abort();
  };
  return { helpers: { getAbortSignal, getAsyncHelpers }, end };
}
