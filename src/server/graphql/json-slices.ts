// The text of a large result, made in time slices. As bytes: to make them of one long text would take a slice by itself, and
// the text would be in the way of the collection of garbage.
import type { ExecutionResult } from 'graphql';
import type { Print } from './execution/text.ts';
import type { SendableResult } from './operation-answer.ts';
import type { OperationSlices } from './time-slices.ts';

/** Down to here objects and lists are taken apart; what lies deeper is small but for long lists, and becomes text in one go. */
const DEPTH = 5;
/** Wherever a list is longer, so many of its items become text at once: 12,700 times of a day took 14 ms with their bytes. */
const ITEMS_AT_ONCE = 500;
/** So much text becomes bytes at once. */
const PIECE_LENGTH = 16_384;

/** A longer text is sent while it is made. About what is remembered of one answer at most. */
const WHOLE_BYTES = 1_048_576;

/** A result that Yoga prints by `print`. */
export function printed(result: ExecutionResult, print: Print): ExecutionResult {
  return Object.assign({ ...result }, { stringify: print });
}

/** A result whose data is made already; Yoga calls `stringify` with the result as it may be sent, and sends what that returns. */
export async function stringified(
  result: ExecutionResult,
  slices: OperationSlices,
  print: Print = JSON.stringify,
): Promise<ExecutionResult> {
  return withBytes(result, await jsonInSlices(result.data, slices, print), slices);
}

/** The same while the text is short. `inPieces` of a longer one has the pieces of its text, each made when it is asked for. */
export async function stringifiedInPieces(
  result: ExecutionResult,
  slices: OperationSlices,
  { print = JSON.stringify, wholeBytes = WHOLE_BYTES }: { readonly print?: Print; readonly wholeBytes?: number } = {},
): Promise<SendableResult> {
  const source = jsonPieces(result.data, slices, print);
  const pieces: Buffer[] = [];
  for (let length = 0; length <= wholeBytes; ) {
    const { done, value } = await source.next();
    if (done) return withBytes(result, pieces, slices);
    pieces.push(value);
    length += value.length;
  }
  const inPieces = async function* (sent: object): AsyncGenerator<Buffer> {
    yield Buffer.from('{"data":');
    yield* pieces.splice(0);
    yield* source;
    yield restOf(sent);
  };
  return Object.assign({ ...result }, { inPieces });
}

/** What stands behind the data. */
function restOf(sent: object): Buffer {
  const others = JSON.stringify({ ...sent, data: undefined });
  return Buffer.from(`${others === '{}' ? '' : ','}${others.slice(1)}`);
}

async function withBytes(
  result: ExecutionResult,
  data: readonly Buffer[],
  slices: OperationSlices,
): Promise<ExecutionResult> {
  // What may be sent of the rest is hardly longer than the rest.
  const reserved = Buffer.byteLength(JSON.stringify({ ...result, data: undefined })) + 1;
  const bytes = await gathered([Buffer.from('{"data":'), ...data, Buffer.alloc(reserved)], slices);
  const stringify = (sent: ExecutionResult) => {
    const rest = restOf(sent);
    const end = bytes.length - reserved;
    return rest.length > reserved
      ? Buffer.concat([bytes.subarray(0, end), rest])
      : bytes.subarray(0, end + rest.copy(bytes, end));
  };
  return Object.assign({ ...result }, { stringify });
}

/** The JSON of a value, the same as that of `JSON.stringify`, as bytes in several pieces. `null` for undefined. */
export async function jsonInSlices(
  value: unknown,
  slices: Pick<OperationSlices, 'pause'>,
  print: Print = JSON.stringify,
): Promise<Buffer[]> {
  const pieces: Buffer[] = [];
  for await (const piece of jsonPieces(value, slices, print)) pieces.push(piece);
  return pieces;
}

/** The pieces of the same JSON, each made when it is asked for. */
export async function* jsonPieces(
  value: unknown,
  { pause }: Pick<OperationSlices, 'pause'>,
  print: Print = JSON.stringify,
): AsyncGenerator<Buffer> {
  let text = '';
  for (const part of partsOf(value, { depth: DEPTH, print })) {
    text += part;
    if (text.length >= PIECE_LENGTH) {
      yield Buffer.from(text);
      text = '';
    }
    const paused = pause();
    if (paused) await paused;
  }
  yield Buffer.from(text);
}

/** The pieces as one: memory that was never written to takes longest to be written to. */
async function gathered(pieces: readonly Buffer[], { pause }: Pick<OperationSlices, 'pause'>): Promise<Buffer> {
  const bytes = Buffer.allocUnsafeSlow(pieces.reduce((length, piece) => length + piece.length, 0));
  let end = 0;
  for (const piece of pieces) {
    end += piece.copy(bytes, end);
    const paused = pause();
    if (paused) await paused;
  }
  return bytes;
}

interface Printing {
  readonly depth: number;
  /** Prints what is not taken apart. */
  readonly print: Print;
}

/** Plain objects and lists only, as results are. */
function* partsOf(value: unknown, printing: Printing): Generator<string> {
  if (typeof value !== 'object' || value === null) return yield printing.print(value) ?? 'null';
  if (Array.isArray(value)) {
    if (printing.depth > 0) yield* listParts(value, { ...printing, depth: printing.depth - 1 });
    else if (isLong(value)) yield* groupsOf(value, printing);
    else yield printing.print(value) ?? 'null';
  } else if (printing.depth > 0) yield* objectParts(value, { ...printing, depth: printing.depth - 1 });
  else if (Object.values(value).some(isLong)) yield* objectParts(value, printing);
  else yield printing.print(value) ?? 'null';
}

const isLong = (value: unknown) => Array.isArray(value) && value.length > ITEMS_AT_ONCE;

function* groupsOf(list: readonly unknown[], { print }: Printing): Generator<string> {
  for (let from = 0; from < list.length; from += ITEMS_AT_ONCE) {
    const text = print(list.slice(from, from + ITEMS_AT_ONCE)) ?? '[]';
    yield (from === 0 ? '[' : ',') + text.slice(1, -1);
  }
  yield ']';
}

function* listParts(list: readonly unknown[], printing: Printing): Generator<string> {
  let before = '[';
  for (const item of list) {
    yield before;
    yield* partsOf(item, printing);
    before = ',';
  }
  yield list.length === 0 ? '[]' : ']';
}

function* objectParts(object: object, printing: Printing): Generator<string> {
  let before = '{';
  for (const [name, value] of Object.entries(object)) {
    if (value === undefined) continue;
    yield `${before}${JSON.stringify(name)}:`;
    yield* partsOf(value, printing);
    before = ',';
  }
  yield before === '{' ? '{}' : '}';
}
