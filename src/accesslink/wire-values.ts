// Single values of AccessLink's JSON: read from any form that they have been seen in, and measured against their field.
import { secondsOfDuration } from '../duration.ts';
import type { Kind } from '../generated/accesslink.ts';
import type { NumberRange } from './ranges.ts';
import { clockIn, isClock, isWireDate, readingOf } from './wire-times.ts';

/** The kinds of a single value. */
export type ScalarKind = Extract<Kind, string>;

/** A duration is shorter than 68 years. */
const MAX_SECONDS = 2 ** 31;
/** Texts that stand for nothing. */
const NOTHING = /^\s*(null)?\s*$/i;
/** What no text of numbers, gaps and `null` has. Texts are long, so that only those which have it are taken apart. */
const SUSPICIOUS = /[^\d.,\s\-nulNUL]/;
const LONG_NUMBER = /\d{16}/;

/** A value as its kind has it: null for nothing, undefined for a value of an impossible type. */
export function scalarFrom(kind: ScalarKind, value: unknown): string | number | boolean | null | undefined {
  switch (kind) {
    case 'boolean':
      return booleanOf(value);
    case 'integer':
      return integerOf(value);
    case 'number':
      return numberOf(value);
    case 'text':
      return textOf(value);
    case 'values':
      return textOf(Array.isArray(value) ? value.join(',') : value);
    default:
      return momentOf(kind, textOf(value));
  }
}

/** Whether a text is one that its kind can have. */
export function isFitting(kind: ScalarKind, value: string | boolean): boolean {
  if (typeof value !== 'string') return true;
  switch (kind) {
    case 'date':
      return isWireDate(value);
    case 'time':
      return readingOf(value) !== null;
    case 'clock':
      return isClock(value);
    case 'id':
      return !isNothing(value);
    case 'duration':
      return (secondsOfDuration(value) ?? MAX_SECONDS) < MAX_SECONDS;
    default:
      return true;
  }
}

/** Whether a text stands for nothing. */
export function isNothing(text: string): boolean {
  return NOTHING.test(text);
}

/** Whether a number lies within a range. */
export function isInRange(value: number, [smallest, largest]: NumberRange): boolean {
  return value >= smallest && value <= largest;
}

/** The numbers in a text with commas; null where there is none: for nothing, `null` in any case, and what is no number. */
export function valuesIn(text: string | null): (number | null)[] {
  if (text === null || isNothing(text)) return [];
  return text.split(',').map(valueOf);
}

/** How many tokens of such a text are neither a number nor nothing. */
export function strayTokens(text: string): number {
  if (!SUSPICIOUS.test(text) && !LONG_NUMBER.test(text)) return 0;
  return text.split(',').filter((token) => !isNothing(token) && valueOf(token) === null).length;
}

/** A number of any measurement. */
function valueOf(token: string): number | null {
  const value = token.trim() === '' ? Number.NaN : Number(token);
  return Math.abs(value) <= 1e15 ? value : null;
}

/** A number, or the text of one; null for a text that stands for nothing. */
function numberOf(value: unknown): number | null | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return undefined;
  if (isNothing(value)) return null;
  return Number.isNaN(Number(value)) ? undefined : Number(value);
}

/** Live servers send fractions where whole numbers are documented. */
function integerOf(value: unknown): number | null | undefined {
  const number = numberOf(value);
  return typeof number === 'number' ? Math.round(number) : number;
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : undefined;
}

/** A date may come as a time of its day, and a clock time with its day. */
function momentOf(kind: ScalarKind, text: string | undefined): string | undefined {
  const moment = text?.trim();
  if (kind === 'clock' && moment) return clockIn(moment) ?? moment;
  return kind === 'date' && moment && readingOf(moment) ? moment.slice(0, 10) : moment;
}

function booleanOf(value: unknown): boolean | undefined {
  const text = typeof value === 'string' ? value.trim().toLowerCase() : value;
  if (text === true || text === 'true' || text === 1) return true;
  return text === false || text === 'false' || text === 0 ? false : undefined;
}
