// Packs a column of a series: differences of numbers and of clock times, which are small and often the same.
import { type ByteWriter, writeByte, writeSigned, writeWhole } from './bytes.ts';
import { clockMinutes, clockSeconds } from './clock-texts.ts';
import { decimalsOf, MAX_WHOLE } from './decimals.ts';
import { COLUMNS, MAX_DECIMALS, POWERS } from './tags.ts';

/** Writes a column of some values. `writeValue` writes one of them where they are no series. */
export function writeColumn(
  writer: ByteWriter,
  column: readonly unknown[],
  writeValue: (writer: ByteWriter, value: unknown) => void,
): void {
  const series = seriesOf(column);
  writeByte(writer, series?.kind ?? COLUMNS.values);
  if (series) writeDifferences(writer, series);
  else for (const value of column) writeValue(writer, value);
}

interface Series {
  readonly kind: number;
  readonly numbers: readonly number[];
}

function seriesOf(column: readonly unknown[]): Series | null {
  const [first] = column;
  if (typeof first === 'number') return decimalsIn(column);
  if (typeof first !== 'string') return null;
  if (clockMinutes(first) >= 0) return clocksIn(column, COLUMNS.minutes, clockMinutes);
  return clockSeconds(first) >= 0 ? clocksIn(column, COLUMNS.seconds, clockSeconds) : null;
}

function clocksIn(column: readonly unknown[], kind: number, numberOf: (text: string) => number): Series | null {
  const numbers: number[] = [];
  for (const value of column) {
    const number = typeof value === 'string' ? numberOf(value) : -1;
    if (number < 0) return null;
    numbers.push(number);
  }
  return { kind, numbers };
}

function decimalsIn(column: readonly unknown[]): Series | null {
  let decimals = 0;
  for (const value of column) {
    if (typeof value !== 'number') return null;
    decimals = Math.max(decimals, decimalsOf(value));
    if (decimals > MAX_DECIMALS) return null;
  }
  const power = POWERS[decimals] ?? 1;
  const numbers = column.map((value) => Math.round(Number(value) * power));
  // What needs fewer decimals than its neighbours may not come back exactly with as many as they.
  const isExact = numbers.every((number, index) => number / power === column[index] && Math.abs(number) < MAX_WHOLE);
  return isExact ? { kind: COLUMNS.decimal + decimals, numbers } : null;
}

/** The first number, the step, and what each difference is more than that; of zeros how many there are in a row. */
function writeDifferences(writer: ByteWriter, { kind, numbers }: Series): void {
  const [first = 0, second = 0, third = 0] = numbers;
  const isRegular = kind >= COLUMNS.minutes || second - first === third - second;
  const step = isRegular ? second - first : 0;
  writeSigned(writer, first);
  writeSigned(writer, step);
  let zeros = 0;
  for (let index = 1; index < numbers.length; index++) {
    const rest = (numbers[index] ?? 0) - (numbers[index - 1] ?? 0) - step;
    if (rest === 0) {
      zeros += 1;
      continue;
    }
    if (zeros > 0) writeZeros(writer, zeros);
    zeros = 0;
    writeSigned(writer, rest);
  }
  if (zeros > 0) writeZeros(writer, zeros);
}

function writeZeros(writer: ByteWriter, zeros: number): void {
  writeByte(writer, 0);
  writeWhole(writer, zeros);
}
