// How many bytes of memory a value of records takes, most of them of V8's heap: test/loading/cache/heap-size.test.ts compares it with the heap.

const [OBJECT, PROPERTY] = [24, 8];
const [ARRAY, ITEM] = [48, 8];
const NUMBER = 16;
const [STRING, ALIGNMENT] = [16, 8];
/** A typed array with its buffer, besides the bytes in it. */
const COLUMN = 200;
/** Of a longer list so many items are measured: its items are alike. */
const MAX_MEASURED = 64;
const BEYOND_LATIN_1 = /[\u0100-\uffff]/;

/** The bytes of parsed JSON, as if nothing of it were shared. */
export function heapSize(value: unknown): number {
  if (typeof value === 'string') return sizeOfText(value);
  if (typeof value === 'number') return isInPlace(value) ? 0 : NUMBER;
  if (typeof value !== 'object' || value === null) return 0;
  if (ArrayBuffer.isView(value)) return COLUMN + value.byteLength;
  if (Array.isArray(value)) return ARRAY + value.length * ITEM + sizeOfItems(value);
  let size = OBJECT;
  for (const property of Object.values(value)) size += PROPERTY + heapSize(property);
  return size;
}

/** Small whole numbers take the place of a reference. */
function isInPlace(value: number): boolean {
  return (value | 0) === value;
}

function sizeOfText(text: string): number {
  const bytes = BEYOND_LATIN_1.test(text) ? text.length * 2 : text.length;
  return STRING + Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
}

function sizeOfItems(items: readonly unknown[]): number {
  const step = Math.max(1, items.length / MAX_MEASURED);
  let [size, count] = [0, 0];
  for (let at = 0; at < items.length; at += step) {
    size += heapSize(items[Math.floor(at)]);
    count += 1;
  }
  return count === 0 ? 0 : Math.ceil((size / count) * items.length);
}
