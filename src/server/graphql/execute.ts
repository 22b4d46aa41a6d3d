// Executes operations as graphql-js does, from plans that are made once a document. What has no plan is left to graphql-js.
import { tracingChannel } from 'node:diagnostics_channel';
import {
  defaultFieldResolver,
  defaultTypeResolver,
  type ExecutionArgs,
  type ExecutionResult,
  executeRootSelectionSet,
  executeSubscriptionEvent,
  experimentalExecuteIncrementally,
  type GraphQLError,
  OperationTypeNode,
  validateExecutionArgs,
  type ValidatedExecutionArgs,
} from 'graphql';
import { createExecution, type ExecutionOptions, resultOf } from './execution/execution.ts';
import { executeFields, executeFieldsSerially } from './execution/fields.ts';
import { createOperationPlans, type RootPlan } from './execution/operation-plans.ts';
import { rootPosition } from './execution/position.ts';

/** A result, or a promise of it where something was waited for. */
export type MaybePromise<T> = T | Promise<T>;

export interface Executor {
  /** Executes an operation: the same signature and the same results as `execute` of graphql-js. */
  readonly execute: (args: ExecutionArgs) => MaybePromise<ExecutionResult>;
  /** Executes the operation of a subscription for one event, its root value, as `executeSubscriptionEvent` of graphql-js. */
  readonly executeEvent: (args: ValidatedExecutionArgs) => MaybePromise<ExecutionResult>;
}

export function createExecutor(options: ExecutionOptions = {}): Executor {
  const planOf = createOperationPlans();
  const channels = ['', ':variableCoercion', ':rootSelectionSet'].map((name) =>
    tracingChannel(`graphql:execute${name}`),
  );
  const traced = [...channels, tracingChannel('graphql:resolve')];
  const isTraced = () => traced.some(({ hasSubscribers }) => hasSubscribers);
  return {
    execute: (args) => {
      if (isTraced()) return executeByGraphqlJs(args);
      const validated = validateExecutionArgs(args);
      if (!('schema' in validated)) return { errors: validated };
      const isSubscription = validated.operation.operation === OperationTypeNode.SUBSCRIPTION;
      const plan = isOrdinary(validated) && !isSubscription ? planOf(validated) : null;
      return plan ? executePlan(plan, validated, options) : executeRootSelectionSet(validated);
    },
    executeEvent: (args) => {
      const plan = isOrdinary(args) && !isTraced() ? planOf(args) : null;
      return plan ? executePlan(plan, args, options) : executeSubscriptionEvent(args as never);
    },
  };
}

/** As `execute` of graphql-js, with the same results. */
export const execute: Executor['execute'] = createExecutor().execute;

/**
 * As `execute` of graphql-js, which has an error for schemas with `@defer` and `@stream`. Where a document has them, they must
 * be switched off.
 */
export function executeByGraphqlJs(args: ExecutionArgs): MaybePromise<ExecutionResult> {
  return experimentalExecuteIncrementally(args) as MaybePromise<ExecutionResult>;
}

/** Whether nothing is asked for that plans do not do. */
function isOrdinary(args: ValidatedExecutionArgs): boolean {
  return (
    args.fieldResolver === defaultFieldResolver &&
    args.typeResolver === defaultTypeResolver &&
    args.errorPropagation &&
    args.externalAbortSignal === undefined &&
    args.hooks === undefined
  );
}

function executePlan(
  plan: RootPlan,
  args: ValidatedExecutionArgs,
  options: ExecutionOptions,
): MaybePromise<ExecutionResult> {
  const execution = createExecution(args, { ...options, isRepeated: plan.uses > 1 });
  const root = rootPosition(execution);
  const fail = (error: unknown) => {
    execution.errors.add(error as GraphQLError, root);
    return resultOf(execution, null);
  };
  try {
    const isMutation = args.operation.operation === OperationTypeNode.MUTATION;
    const executeAll = isMutation ? executeFieldsSerially : executeFields;
    const data = executeAll(plan, args.rootValue, root);
    if (!(data instanceof Promise)) return execution.finish(resultOf(execution, data));
    return data.then((resolved: unknown) => resultOf(execution, resolved), fail).then(execution.finish);
  } catch (error) {
    return execution.finish(fail(error));
  }
}
