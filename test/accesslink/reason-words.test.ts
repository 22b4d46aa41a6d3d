// What AccessLink's words about a failure are about.
import { describe, expect, test } from 'vitest';
import { isAboutAge, isAboutConsent, isAboutDates, isAboutRegistration } from '../../src/accesslink/reason-words.ts';

describe('the words of a reason', () => {
  const said = (message: string, errorType: string | null = null) => ({
    status: 400,
    errorType,
    message,
    correlationId: null,
  });

  test.each([
    'The date is too old',
    'Data older than 28 days is not available',
    'Cannot serve date: 2025-01-01 is more than 365 days ago',
    'Only the last 28 days can be requested',
    'from is too far in the past',
  ])('are about age: %s', (message) => {
    expect(isAboutAge(said(message))).toBe(true);
  });

  test.each(['Bad request', 'Unknown parameter flags', 'to is before from', 'Range is longer than 28 days', ''])(
    'are not about age: %j',
    (message) => {
      expect(isAboutAge(said(message))).toBe(false);
    },
  );

  test.each(['', 'Bad Request', 'HTTP Status 400 - Bad Request', '400 Bad Request.', 'Error 400'])(
    'may be none that is not the status: %j',
    (message) => {
      expect(isAboutDates(said(message))).toBe(true);
    },
  );

  test.each(['400 Request Header Or Cookie Too Large', 'Unknown parameter flags'])(
    'may be about something else than dates: %j',
    (message) => {
      expect(isAboutDates(said(message))).toBe(false);
    },
  );

  test('are about registration or consent, by message or name', () => {
    expect(isAboutRegistration(said('The user is not registered with this client'))).toBe(true);
    expect(isAboutRegistration(said('', 'UserNotRegisteredException'))).toBe(true);
    expect(isAboutRegistration(said('Forbidden'))).toBe(false);
    expect(isAboutConsent(said('A mandatory consent is missing'))).toBe(true);
    expect(isAboutConsent(said('', 'CONSENT_MISSING'))).toBe(true);
    expect([isAboutAge(null), isAboutConsent(null), isAboutRegistration(null)]).toEqual([false, false, false]);
  });
});
