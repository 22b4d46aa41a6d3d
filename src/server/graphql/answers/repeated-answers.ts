// Answers that are repeated: which ones may be, how they are taken apart, and how they are put together again.
import type { ExecutionResult } from 'graphql';
import type { Clock } from '../../../clock.ts';
import type { OperationStats } from '../../../loading/stats.ts';
import type { OperationState } from '../operation.ts';
import type { OperationAnswer } from '../operation-answer.ts';
import type { ReceivedRequest } from '../../http/ordinary-request.ts';
import type { OperationSummary, Telemetry } from '../../observability/telemetry.ts';
import type { AnswerCache, RememberedAnswer } from './answer-cache.ts';
import { answerKey } from './answer-key.ts';
import { createRepeatedKeys } from './repeated-keys.ts';
import { createRateLimitText, type RateLimitText } from './rate-limit-text.ts';

export interface RepeatedAnswers {
  /** The answer to a request that was answered before, as it would be answered now; null when nothing is remembered. */
  readonly find: (request: ReceivedRequest) => Promise<OperationAnswer | null>;
  /** Remembers the answer to a request that was answered before, when the same answer would be given to the same request right now. */
  readonly put: (request: ReceivedRequest, answered: AnsweredOperation) => void;
}

/** An operation that has been answered. */
export interface AnsweredOperation {
  readonly operation: OperationState;
  readonly result: ExecutionResult;
  readonly answer: OperationAnswer;
  readonly summary: Omit<OperationSummary, 'milliseconds'>;
}

export interface RepeatedAnswersOptions {
  readonly answers: AnswerCache;
  readonly telemetry: Pick<Telemetry, 'operation'>;
  readonly clock: Pick<Clock, 'elapsed'>;
}

/** What stands before the rate windows; nothing behind them has such a text. */
const MARK = '"rateLimit":';

export function createRepeatedAnswers({ answers, telemetry, clock }: RepeatedAnswersOptions): RepeatedAnswers {
  const rateLimitText = createRateLimitText();
  const isRepeated = createRepeatedKeys();
  return {
    find: async (request) => {
      const key = answerKey(request);
      const found = key === null ? null : answers.find(key);
      if (key === null || !found) return null;
      const authentic = found.isAuthentic();
      // What is found out by waiting may have changed meanwhile.
      if (authentic !== true && !((await authentic) && answers.find(key) === found)) return null;
      telemetry.operation({ ...found.summary, milliseconds: clock.elapsed() - request.receivedAt });
      return { status: 200, headers: found.headers, body: bodyOf(found, rateLimitText), person: found.person };
    },
    put: (request, answered) => {
      const key = answerKey(request);
      if (key === null || !isRepeated(key)) return;
      const remembered = rememberedAnswer(answered, rateLimitText);
      if (remembered) answers.put(key, remembered);
    },
  };
}

/** The same text as long as the rate windows are the same, so that nothing of it is copied. */
function bodyOf(answer: RememberedAnswer, text: RateLimitText): string {
  const { body, windows, start, rateLimit } = answer;
  const current = text(rateLimit());
  if (current === windows) return body;
  answer.body = body.slice(0, start) + current + body.slice(start + windows.length);
  answer.windows = current;
  return answer.body;
}

/** Null when an answer may not be repeated, or is not made as expected. */
function rememberedAnswer(
  { operation, result, answer, summary }: AnsweredOperation,
  text: RateLimitText,
): RememberedAnswer | null {
  const { caller, rateLimit, isAuthentic, stats } = operation;
  const isQuery = summary.type === 'query' && answer.status === 200 && !result.errors;
  if (!caller || !isQuery || !isFromFreshMemory(stats)) return null;
  if (typeof answer.body !== 'string' && !Buffer.isBuffer(answer.body)) return null;
  const body = answer.body.toString();
  const start = body.lastIndexOf(MARK) + MARK.length;
  const windows = text(rateLimit());
  if (!body.startsWith(windows, start)) return null;
  return {
    headers: answer.headers,
    body,
    windows,
    start,
    rateLimit,
    isAuthentic,
    person: answer.person,
    partition: caller.partition,
    freshness: stats.freshness,
    summary,
  };
}

/** Whether nothing was sent, joined, read from the store or served stale, and nothing could not be used. */
function isFromFreshMemory({ calls, fromStore, joined, stale, warnings, failures }: OperationStats): boolean {
  return calls + fromStore + joined + stale + warnings.size + failures.length === 0;
}
