// An answer in parts as graphql-js executes it, in either format.
import type {
  ExperimentalIncrementalExecutionResults,
  GraphQLError,
  LegacyExperimentalIncrementalExecutionResults,
} from 'graphql';

/** The first payload, and the others when they are asked for. */
export type ExecutedInParts = ExperimentalIncrementalExecutionResults | LegacyExperimentalIncrementalExecutionResults;

export type PartPath = readonly (string | number)[];

/** A payload of either format: what both may have. */
export interface ExecutedPayload {
  /** Of the first one. */
  readonly data?: unknown;
  readonly errors?: readonly GraphQLError[];
  /** What comes later; by ids alone. */
  readonly pending?: readonly PendingPart[];
  readonly incremental?: readonly ExecutedPart[];
  /** What is complete, or has failed; by ids alone. */
  readonly completed?: readonly CompletedPart[];
  readonly hasNext: boolean;
}

export interface PendingPart {
  readonly id: string;
  readonly path: PartPath;
  readonly label?: string;
}

/** The data of a fragment, or items of a list. It belongs below the path of its id, or below its own. */
export interface ExecutedPart {
  readonly id?: string;
  readonly subPath?: PartPath;
  /** Of items, that of the first one. */
  readonly path?: PartPath;
  readonly data?: unknown;
  readonly items?: readonly unknown[] | null;
  readonly errors?: readonly GraphQLError[];
}

export interface CompletedPart {
  readonly id: string;
  readonly errors?: readonly GraphQLError[];
}

/** The payloads of an answer: the first one is there, the others come when they are asked for. */
export function payloadsOf({ initialResult, subsequentResults }: ExecutedInParts): AsyncIterator<ExecutedPayload> {
  const others: AsyncIterator<ExecutedPayload> = subsequentResults[Symbol.asyncIterator]();
  let first: ExecutedPayload | null = initialResult;
  return {
    next: async () => {
      const value = first;
      first = null;
      return value ? { done: false, value } : others.next();
    },
    return: async () => (await others.return?.()) ?? { done: true, value: undefined },
  };
}
