// graphql-js's executor for schemas with @defer and @stream, of operations that use neither: its `execute` has an error for them.
import { type ExecutionArgs, type ExecutionResult, experimentalExecuteIncrementally } from 'graphql';

/** What graphql-js answers. The operation has no @defer and no @stream. */
export async function executeWhole(args: ExecutionArgs): Promise<ExecutionResult> {
  const result = await experimentalExecuteIncrementally(args);
  if ('initialResult' in result) throw new Error('Cannot execute: the operation is answered in parts');
  return result;
}
