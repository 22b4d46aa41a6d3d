// The text of a large result, made in time slices. As bytes: to make them of one long text would take a slice by itself, and
// the text would be in the way of the collection of garbage.
import type { ExecutionResult } from 'graphql';
import type { Print } from './execution/text.ts';
import type { OperationSlices } from './time-slices.ts';

/** Down to here objects and lists are taken apart; what lies deeper is small, and becomes text in one go. */
const DEPTH = 5;
/** So much text becomes bytes at once. */
const PIECE_LENGTH = 16_384;

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
  // What may be sent of the rest is hardly longer than the rest.
  const reserved = Buffer.byteLength(JSON.stringify({ ...result, data: undefined })) + 1;
  const data = await jsonInSlices(result.data, slices, print);
  const bytes = await gathered([Buffer.from('{"data":'), ...data, Buffer.alloc(reserved)], slices);
  const stringify = (sent: ExecutionResult) => {
    const others = JSON.stringify({ ...sent, data: undefined });
    const rest = Buffer.from(`${others === '{}' ? '' : ','}${others.slice(1)}`);
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
  if (printing.depth === 0 || typeof value !== 'object' || value === null) yield printing.print(value) ?? 'null';
  else if (Array.isArray(value)) yield* listParts(value, { ...printing, depth: printing.depth - 1 });
  else yield* objectParts(value, { ...printing, depth: printing.depth - 1 });
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
