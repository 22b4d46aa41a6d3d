// How an answer in parts ends: with its cost, when its client goes, and when this server fails.
import { GraphQLError } from 'graphql';
import { expect, it } from 'vitest';
import { createErrorTable } from '../../../../src/server/graphql/errors.ts';
import { createPartsCompletion } from '../../../../src/server/graphql/incremental/answer-in-parts.ts';
import type { ExecutedInParts } from '../../../../src/server/graphql/incremental/executed-parts.ts';
import type { OperationState } from '../../../../src/server/graphql/operation.ts';
import { createOperationStats } from '../../../../src/loading/stats.ts';

/** An answer whose operation ends when a test says so, with one more call than before. */
function createAnswer(subsequent: () => Promise<IteratorResult<object>>) {
  const events: string[] = [];
  const reports: unknown[] = [];
  const stats = createOperationStats();
  const end = async () => {
    await Promise.resolve();
    stats.calls += 1;
    events.push('end');
  };
  const state = { context: {}, stats, calls: [], isPlan: false, price: null, gate: { end, rejection: () => null } };
  const operation = { ...state, rateLimit: () => ({ short: null, long: null }) } as unknown as OperationState;
  const leave = async () => ({ done: true, value: events.push('leave') });
  const subsequentResults = { [Symbol.asyncIterator]: () => ({ next: subsequent, return: leave }) };
  const initialResult = { data: { a: 1 }, pending: [{ id: '0', path: [] }], hasNext: true };
  const executed = { initialResult, subsequentResults } as unknown as ExecutedInParts;
  const toCallerError = createErrorTable({ report: (failure) => reports.push(failure), reportUpstream: () => {} });
  const complete = createPartsCompletion({ toCallerError, partialLists: { errorsOf: () => [] } });
  const answer = complete(executed, { operation, headers: { get: () => null } });
  return { answer, events, reports };
}

const over = async () => ({ done: true, value: undefined }) as const;

it('an answer states its cost when its operation is over, so that all calls are in it', async () => {
  const { answer, events } = createAnswer(over);
  expect((await answer.next()).value).toMatchObject({ data: { a: 1 }, hasNext: true });
  expect(events).toEqual([]);
  const last = (await answer.next()).value;
  expect(last).toMatchObject({ hasNext: false, extensions: { accesslink: { calls: 1 } } });
  expect(events).toEqual(['end']);
  expect(await answer.next()).toEqual({ done: true, value: undefined });
  expect(await answer.ended).toMatchObject({ errors: [], extensions: { accesslink: { calls: 1 } } });
});

it('an answer whose client goes is not executed further, and its operation ends while a payload is awaited', async () => {
  const { answer, events } = createAnswer(() => new Promise(() => {}));
  await answer.next();
  void answer.next();
  await answer.return?.();
  expect(events).toEqual(['leave', 'end']);
  expect(await answer.ended).toMatchObject({ extensions: { accesslink: { calls: 1 } } });
  expect(await answer.next()).toEqual({ done: true, value: undefined });
});

it('an answer of a server that fails breaks off with an error that says nothing, which is reported', async () => {
  const failure = new Error('secret');
  const { answer, reports, events } = createAnswer(() => Promise.reject(failure));
  await answer.next();
  const thrown: unknown = await answer.next().catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(GraphQLError);
  expect(thrown).toMatchObject({ message: 'Something went wrong in this server', extensions: { code: 'INTERNAL' } });
  expect(reports).toEqual([failure]);
  expect(events).toEqual(['leave', 'end']);
  expect(await answer.next()).toEqual({ done: true, value: undefined });
});
