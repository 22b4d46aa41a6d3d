// The error table: the code of every failure, and what is masked.
import { GraphQLError, Kind, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { AccessLinkError, type AccessLinkErrorCode } from '../../../src/accesslink/errors.ts';
import { isoDate } from '../../../src/calendar.ts';
import { DomainError, type DomainErrorCode } from '../../../src/domain/errors.ts';
import { ReadError } from '../../../src/loading/errors.ts';
import { createErrorTable } from '../../../src/server/graphql/errors.ts';

const CANARY = 'canary-5f0c';

function tableWithReports() {
  const reports: unknown[] = [];
  const upstream: AccessLinkError[] = [];
  const toCallerError = createErrorTable({
    report: (failure) => reports.push(failure),
    reportUpstream: (failure) => upstream.push(failure),
  });
  return { toCallerError, reports, upstream };
}

/** Wrapped as the executor wraps what a resolver throws. */
function located(originalError: Error): GraphQLError {
  return new GraphQLError(originalError.message, { originalError, path: ['viewer', 'day'] });
}

describe('a failure of AccessLink', () => {
  const codes: Partial<Record<AccessLinkErrorCode, string>> = {
    unauthorized: 'REAUTHENTICATE',
    forbidden: 'CONSENT_REQUIRED',
    'rate-limited': 'RATE_LIMITED',
    conflict: 'UPSTREAM_INVALID',
    refused: 'UPSTREAM_INVALID',
    unavailable: 'UPSTREAM_UNAVAILABLE',
    timeout: 'UPSTREAM_TIMEOUT',
    invalid: 'UPSTREAM_INVALID',
  };
  it.each(Object.entries(codes))('that is %s becomes %s at its path, with a message of ours', (code, expected) => {
    const { toCallerError, reports } = tableWithReports();
    const error = toCallerError(located(new AccessLinkError(code as AccessLinkErrorCode, CANARY)));
    expect(error.toJSON()).toMatchObject({ path: ['viewer', 'day'], extensions: { code: expected } });
    expect(JSON.stringify(error)).not.toContain(CANARY);
    expect(reports).toEqual([]);
  });

  it('always has the seconds to wait when it is a rate limit, and otherwise only stated ones', () => {
    const { toCallerError } = tableWithReports();
    const error = toCallerError(new AccessLinkError('rate-limited', '', { retryAfterSeconds: 7 }));
    expect(error.extensions).toEqual({ code: 'RATE_LIMITED', retryAfterSeconds: 7 });
    expect(toCallerError(new AccessLinkError('rate-limited', '')).extensions['retryAfterSeconds']).toBe(900);
    expect(toCallerError(new AccessLinkError('unavailable', '')).extensions).toEqual({ code: 'UPSTREAM_UNAVAILABLE' });
  });

  it('passes on what AccessLink says, and is reported for the log', () => {
    const { toCallerError, upstream } = tableWithReports();
    const reason = { status: 500, errorType: 'Failure', message: 'No disk', correlationId: 'c1' };
    const failure = new AccessLinkError('unavailable', CANARY, { status: 500, upstream: reason });
    const error = toCallerError(located(new ReadError('daily activity', isoDate('2026-11-22'), failure)));
    expect(error.message).toMatch(/\(AccessLink says: No disk, correlation id c1\)$/);
    expect(error.extensions['upstream']).toEqual(reason);
    expect(upstream).toEqual([failure]);
  });

  it('of a 400 is called too old only when AccessLink says that', () => {
    const { toCallerError } = tableWithReports();
    const said = (message: string) => {
      const upstream = { status: 400, errorType: null, message, correlationId: null };
      return toCallerError(new AccessLinkError('refused', '', { status: 400, upstream })).message;
    };
    expect(said('The date is too old')).toMatch(/^AccessLink does not serve a day that is so old/);
    expect(said('Unknown flag')).toBe('AccessLink did not accept the request (AccessLink says: Unknown flag)');
  });
});

describe('an error of the domain', () => {
  const codes: Record<DomainErrorCode, string> = {
    unauthenticated: 'UNAUTHENTICATED',
    reauthenticate: 'REAUTHENTICATE',
    'bad-user-input': 'BAD_USER_INPUT',
    'not-registered': 'NOT_REGISTERED',
    'cost-exceeded': 'COST_EXCEEDED',
    'rate-limited': 'RATE_LIMITED',
  };
  it.each(Object.entries(codes))('that is %s becomes %s with the same message', (code, expected) => {
    const { toCallerError } = tableWithReports();
    const error = toCallerError(located(new DomainError(code as DomainErrorCode, 'Cannot read it: it is so')));
    expect(error.toJSON()).toMatchObject({ message: 'Cannot read it: it is so', extensions: { code: expected } });
  });

  it('is recognized behind every error that wraps it', () => {
    const { toCallerError } = tableWithReports();
    const inner = located(new DomainError('cost-exceeded', 'too much'));
    expect(toCallerError(located(inner)).extensions['code']).toBe('COST_EXCEEDED');
  });
});

describe('an error of a request', () => {
  it('has its own message, location and status, and no other extension', () => {
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

  it('is recognized when a scalar cannot parse a variable', () => {
    const { toCallerError } = tableWithReports();
    const originalError = new GraphQLError('Cannot read a Date');
    const error = toCallerError(new GraphQLError('Variable "$d" got an invalid value', { originalError }));
    expect(error.extensions['code']).toBe('BAD_USER_INPUT');
  });

  it('is recognized when a variable for an argument is null, although the error has a path', () => {
    const { toCallerError } = tableWithReports();
    const variable = { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: 'd' } } as const;
    const error = toCallerError(located(new GraphQLError('must not be null', { nodes: [variable] })));
    expect(error.extensions['code']).toBe('BAD_USER_INPUT');
  });

  it('is cut when it quotes a long value', () => {
    const { toCallerError } = tableWithReports();
    for (const character of ['x', '"', '\u0001', '…'])
      expect(JSON.stringify(toCallerError(new GraphQLError(character.repeat(100_000)))).length).toBeLessThan(500);
  });
});

describe('an operation that nests too deep', () => {
  const full = () => new RangeError('Maximum call stack size exceeded');
  const deepPath = Array.from({ length: 101 }, () => 'next');

  it.each([
    ['when it is parsed or validated', full()],
    ['when it is executed', new GraphQLError('', { originalError: full(), path: deepPath })],
  ])('is at fault for a full stack %s', (_, failure) => {
    const { toCallerError, reports } = tableWithReports();
    expect(toCallerError(failure)).toMatchObject({
      message: 'Cannot read the operation: it nests too deep',
      extensions: { code: 'BAD_USER_INPUT' },
    });
    expect(reports).toEqual([]);
  });

  it('is not at fault for another range error, nor for a full stack at a field near the top', () => {
    const { toCallerError, reports } = tableWithReports();
    const failures = [new RangeError('Invalid time value'), located(full())];
    expect(failures.map((failure) => toCallerError(failure).extensions['code'])).toEqual(['INTERNAL', 'INTERNAL']);
    expect(reports).toHaveLength(2);
  });
});

describe('an unexpected failure', () => {
  const unexpected: readonly (readonly [string, unknown])[] = [
    ['an error', new Error(CANARY)],
    ['an error of a resolver', located(new TypeError(CANARY))],
    ['an error of GraphQL about the value of a resolver', located(new GraphQLError(CANARY))],
    ['a string', CANARY],
    ['undefined', undefined],
  ];
  it.each(unexpected)('is masked and reported when it is %s', (_, failure) => {
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

  it('fails the request when it has no path, and the field when it has one', () => {
    const { toCallerError } = tableWithReports();
    expect(toCallerError(new Error('x')).extensions['http']).toEqual({ status: 500 });
    expect(toCallerError(located(new Error('x'))).extensions).toEqual({ code: 'INTERNAL' });
  });
});
