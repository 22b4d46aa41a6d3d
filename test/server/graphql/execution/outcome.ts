// What an execution gives, as text, so that two of them can be compared byte for byte.
import type { ExecutionResult } from 'graphql';

export interface Outcome {
  readonly isPromise: boolean;
  /** The result with what its errors say beside their JSON, or what was thrown. */
  readonly text: string;
}

export async function outcomeOf(execute: () => ExecutionResult | Promise<ExecutionResult>): Promise<Outcome> {
  let isPromise = false;
  try {
    const result = execute();
    isPromise = result instanceof Promise;
    return { isPromise, text: textOf(await result) };
  } catch (failure) {
    return { isPromise, text: `thrown: ${String(failure)}` };
  }
}

function textOf({ data, ...result }: ExecutionResult): string {
  const errors = result.errors?.map((error) => {
    const { nodes, originalError } = error;
    return { ...error.toJSON(), nodes: nodes?.map(({ loc }) => loc?.start), original: String(originalError) };
  });
  return JSON.stringify([Object.keys(result), errors, data], (_, value: unknown) =>
    typeof value === 'bigint' ? `${value}n` : value,
  );
}
