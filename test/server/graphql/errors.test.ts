// The table of errors by itself: every code of every family, and what is masked.
import { GraphQLError, Kind, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { AccessLinkError, type AccessLinkErrorCode } from '../../../src/accesslink/errors.ts';
import { isoDate } from '../../../src/calendar.ts';
import { DomainError, type DomainErrorCode } from '../../../src/domain/errors.ts';
import { OutOfWindowError } from '../../../src/loading/errors.ts';
import { createErrorTable } from '../../../src/server/graphql/errors.ts';

const CANARY = 'canary-5f0c';

function tableWithReports() {
  const reports: unknown[] = [];
  return { toCallerError: createErrorTable((failure) => reports.push(failure)), reports };
}

/** As the executor wraps what a resolver throws. */
function located(originalError: Error): GraphQLError {
  return new GraphQLError(originalError.message, { originalError, path: ['viewer', 'day'] });
}

describe('a failure of AccessLink', () => {
  const codes: Record<AccessLinkErrorCode, string> = {
    unauthorized: 'REAUTHENTICATE',
    forbidden: 'CONSENT_REQUIRED',
    'rate-limited': 'RATE_LIMITED',
    conflict: 'UPSTREAM_INVALID',
    refused: 'UPSTREAM_INVALID',
    unavailable: 'UPSTREAM_UNAVAILABLE',
    timeout: 'UPSTREAM_TIMEOUT',
    invalid: 'UPSTREAM_INVALID',
  };
  it.each(Object.entries(codes))('that is %s is told as %s at its path, in our words', (code, told) => {
    const { toCallerError, reports } = tableWithReports();
    const error = toCallerError(located(new AccessLinkError(code as AccessLinkErrorCode, CANARY)));
    expect(error.toJSON()).toMatchObject({ path: ['viewer', 'day'], extensions: { code: told } });
    expect(JSON.stringify(error)).not.toContain(CANARY);
    expect(reports).toEqual([]);
  });

  it('tells how long to wait when AccessLink told it, and only then', () => {
    const { toCallerError } = tableWithReports();
    const told = toCallerError(new AccessLinkError('rate-limited', '', { retryAfterSeconds: 0 }));
    expect(told.extensions).toEqual({ code: 'RATE_LIMITED', retryAfterSeconds: 0 });
    expect(toCallerError(new AccessLinkError('rate-limited', '')).extensions).toEqual({ code: 'RATE_LIMITED' });
  });
});

describe('a refusal of ours', () => {
  const codes: Record<DomainErrorCode, string> = {
    unauthenticated: 'UNAUTHENTICATED',
    reauthenticate: 'REAUTHENTICATE',
    'bad-user-input': 'BAD_USER_INPUT',
    'not-registered': 'NOT_REGISTERED',
    'cost-exceeded': 'COST_EXCEEDED',
  };
  it.each(Object.entries(codes))('that is %s is told as %s, word for word', (code, told) => {
    const { toCallerError } = tableWithReports();
    const error = toCallerError(located(new DomainError(code as DomainErrorCode, 'Cannot read it: it is so')));
    expect(error.toJSON()).toMatchObject({ message: 'Cannot read it: it is so', extensions: { code: told } });
  });

  it('tells which date lies outside of which window', () => {
    const { toCallerError } = tableWithReports();
    const error = toCallerError(located(new OutOfWindowError('activity', isoDate('2025-01-01'), 365)));
    expect(error.extensions).toEqual({ code: 'OUT_OF_WINDOW', date: '2025-01-01', maxAgeDays: 365 });
    expect(error.message).toContain('2025-01-01');
  });

  it('is found below every layer that wraps it', () => {
    const { toCallerError } = tableWithReports();
    const inner = located(new DomainError('cost-exceeded', 'too much'));
    expect(toCallerError(located(inner)).extensions['code']).toBe('COST_EXCEEDED');
  });
});

describe('an error of the request', () => {
  it('keeps its message, its place and the status that Yoga gave it, and no other extension', () => {
    const { toCallerError, reports } = tableWithReports();
    const source = new GraphQLError('Cannot query field "nope"', {
      nodes: parse('{ nope }').definitions,
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 }, more: CANARY },
    });
    const error = toCallerError(source);
    expect(error.message).toBe('Cannot query field "nope"');
    expect(error.locations).toEqual([{ line: 1, column: 1 }]);
    expect(error.extensions).toEqual({ code: 'BAD_USER_INPUT', http: { status: 400 } });
    expect(reports).toEqual([]);
  });

  it('is one of a variable that cannot be read, though a scalar threw it', () => {
    const { toCallerError } = tableWithReports();
    const originalError = new GraphQLError('Cannot read a Date');
    const error = toCallerError(new GraphQLError('Variable "$d" got an invalid value', { originalError }));
    expect(error.extensions['code']).toBe('BAD_USER_INPUT');
  });

  it('is one of a null in a variable that stands for an argument, though it has a path', () => {
    const { toCallerError } = tableWithReports();
    const variable = { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: 'd' } } as const;
    const error = toCallerError(located(new GraphQLError('must not be null', { nodes: [variable] })));
    expect(error.extensions['code']).toBe('BAD_USER_INPUT');
  });

  it('is cut when it quotes a long value', () => {
    const { toCallerError } = tableWithReports();
    expect(toCallerError(new GraphQLError('x'.repeat(100_000))).message).toHaveLength(500);
  });
});

describe('what nobody expected', () => {
  const unexpected: readonly (readonly [string, unknown])[] = [
    ['an error', new Error(CANARY)],
    ['an error of a resolver', located(new TypeError(CANARY))],
    ["an error of GraphQL's about what a resolver returned", located(new GraphQLError(CANARY))],
    ['a text', CANARY],
    ['nothing', undefined],
  ];
  it.each(unexpected)('is masked and reported: %s', (_, failure) => {
    const { toCallerError, reports } = tableWithReports();
    const error = toCallerError(failure);
    expect(error.message).toBe('Something went wrong in this server');
    expect(error.extensions['code']).toBe('INTERNAL');
    expect(error.originalError).toBeUndefined();
    expect(JSON.stringify(error)).not.toContain(CANARY);
    expect(reports).toHaveLength(1);
  });

  it('is reported once, however many fields it reached', () => {
    const { toCallerError, reports } = tableWithReports();
    const failure = new Error(CANARY);
    for (let field = 0; field < 3; field += 1) toCallerError(located(failure));
    expect(reports).toEqual([failure]);
  });

  it('is a failed request when it has no path, and a failed field when it has one', () => {
    const { toCallerError } = tableWithReports();
    expect(toCallerError(new Error('x')).extensions['http']).toEqual({ status: 500 });
    expect(toCallerError(located(new Error('x'))).extensions).toEqual({ code: 'INTERNAL' });
  });
});
