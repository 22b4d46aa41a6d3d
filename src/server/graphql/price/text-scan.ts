// A cheap look at the text of a document before it is parsed: how many tokens, how deep its brackets nest. The parser descends
// with the nesting, and whatever follows costs time by the token.
import { tooMuch } from './rejection.ts';

/** Deeper than anything that people write; the parser takes a hundred times as much. */
const MAX_NESTING = 200;
/** Of a name. Messages quote names, and compare them with those of the schema. */
const MAX_NAME_LENGTH = 200;
/** Of a text within the operation, such as a global id. No argument takes a longer one. */
const MAX_STRING_LENGTH = 10_000;

const LINE_END = /[\n\r]/g;
const NAME_END = /[^_A-Za-z0-9]/g;
/** What ends a string of one line, or escapes the character after it. */
const STRING_STOP = /["\\\n\r]/g;
const BLOCK_STRING_END = /(?<!\\)"""/g;

/** Throws an OperationRejection for a text that has too many tokens, nests too deep, or has a name that is too long. */
export function scanText(text: string, maxTokens: number): number {
  let tokens = 0;
  let nesting = 0;
  let position = 0;
  while (position < text.length) {
    const code = text.charCodeAt(position);
    if (IGNORED.has(code)) position += 1;
    else if (code === HASH) position = indexOf(LINE_END, text, position);
    else {
      tokens += 1;
      if (tokens > maxTokens) throw tooManyTokens(maxTokens);
      if (OPENING.has(code)) nesting += 1;
      else if (CLOSING.has(code)) nesting -= 1;
      if (nesting > MAX_NESTING) throw tooDeep();
      position = tokenEnd(text, position, code);
    }
  }
  return tokens;
}

const [HASH, QUOTE, BACKSLASH] = [0x23, 0x22, 0x5c];
const OPENING = codesOf('{[(');
const CLOSING = codesOf('}])');

function codesOf(characters: string): ReadonlySet<number> {
  return new Set(Array.from(characters, (character) => character.charCodeAt(0)));
}

/** White space, commas, the byte order mark, the sign of a number, which is no token of its own. */
const IGNORED = codesOf(' ,\n\r\t\ufeff-');

/** Where the token ends that begins at a position. */
function tokenEnd(text: string, position: number, code: number): number {
  if (code === QUOTE) return checkedStringEnd(text, position);
  if (!isNameCode(code)) return position + (text.startsWith('...', position) ? 3 : 1);
  const end = indexOf(NAME_END, text, position);
  if (end - position > MAX_NAME_LENGTH) throw nameTooLong(end - position);
  return end;
}

function checkedStringEnd(text: string, position: number): number {
  const end = stringEnd(text, position);
  if (end - position > MAX_STRING_LENGTH + 2) throw stringTooLong(end - position - 2);
  return end;
}

/** The parser says what is wrong with a string that does not end. */
function stringEnd(text: string, position: number): number {
  if (text.startsWith('"""', position)) return indexOf(BLOCK_STRING_END, text, position + 3) + 3;
  let stop = indexOf(STRING_STOP, text, position + 1);
  while (text.charCodeAt(stop) === BACKSLASH) stop = indexOf(STRING_STOP, text, stop + 2);
  return stop + 1;
}

/** Where a pattern matches from a position on; the end of the text when it does not. */
function indexOf(pattern: RegExp, text: string, position: number): number {
  pattern.lastIndex = position;
  return pattern.exec(text)?.index ?? text.length;
}

function isNameCode(code: number): boolean {
  return (
    code === 0x5f || (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
  );
}

function tooManyTokens(limit: number): Error {
  const finding = 'its text has {} tokens';
  return tooMuch({ finding, price: limit + 1, limit, isAtLeast: true, remedy: 'select less, or use fragments' });
}

function tooDeep(): Error {
  const [price, limit] = [MAX_NESTING + 1, MAX_NESTING];
  return tooMuch({ finding: 'its brackets nest {} deep', price, limit, isAtLeast: true, remedy: 'nest less' });
}

function stringTooLong(price: number): Error {
  return tooMuch({ finding: 'a text in it has {} characters', price, limit: MAX_STRING_LENGTH, remedy: 'shorten it' });
}

function nameTooLong(price: number): Error {
  return tooMuch({ finding: 'a name in it has {} characters', price, limit: MAX_NAME_LENGTH, remedy: 'shorten it' });
}
