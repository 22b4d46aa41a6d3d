// The part of a time behind its date, as numbers and back: `T23:59`, with or without seconds, milliseconds and an offset.
import { clockMinutes, clockSeconds, minutesText, secondsText } from './clock-texts.ts';

/** What a text consists of; bits of a byte. */
const FORM = { seconds: 1, milliseconds: 2, utc: 4, offset: 8 } as const;
const THOUSAND = 1_000;
const TIME = /^T(\d\d:\d\d(?::\d\d)?)(?:\.(\d{3}))?(Z|[+-]\d\d:\d\d)?$/;

export interface TimeNumbers {
  readonly form: number;
  /** Minutes, seconds or milliseconds of the day. */
  readonly time: number;
  /** Minutes. */
  readonly offset: number;
}

/** Null when a text is something else, or numbers would not give it back. */
export function timeNumbers(text: string): TimeNumbers | null {
  const [, clock = '', fraction, offset = ''] = TIME.exec(text) ?? [];
  const minutes = clockMinutes(clock);
  const time = minutes >= 0 ? minutes : clockSeconds(clock);
  const hasSeconds = minutes < 0;
  const offsetMinutes = offset.length > 1 ? clockMinutes(offset.slice(1)) : 0;
  if (time < 0 || offsetMinutes < 0 || offset === '-00:00' || (fraction !== undefined && !hasSeconds)) return null;
  const form =
    (hasSeconds ? FORM.seconds : 0) |
    (fraction === undefined ? 0 : FORM.milliseconds) |
    (offset === 'Z' ? FORM.utc : 0) |
    (offset.length > 1 ? FORM.offset : 0);
  return {
    form,
    time: fraction === undefined ? time : time * THOUSAND + Number(fraction),
    offset: offset.startsWith('-') ? -offsetMinutes : offsetMinutes,
  };
}

/** Whether a text of a form has an offset in numbers. */
export function hasOffset(form: number): boolean {
  return (form & FORM.offset) !== 0;
}

export function timeText({ form, time, offset }: TimeNumbers): string {
  return `T${clockText(form, time)}${form & FORM.utc ? 'Z' : ''}${hasOffset(form) ? offsetText(offset) : ''}`;
}

function clockText(form: number, time: number): string {
  if (form & FORM.milliseconds)
    return `${secondsText(Math.floor(time / THOUSAND))}.${String(time % THOUSAND).padStart(3, '0')}`;
  return form & FORM.seconds ? secondsText(time) : minutesText(time);
}

function offsetText(offset: number): string {
  return `${offset < 0 ? '-' : '+'}${minutesText(Math.abs(offset))}`;
}
