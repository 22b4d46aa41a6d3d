// What was selected of models that never change, completed and as text: made once, as long as there is space for it.
import type { ObjectText, RememberedSelection, RememberedSelections, SelectionPlan } from './types.ts';

/** Of each of the two generations. */
const MAX_BYTES = 8 * 1024 * 1024;
/** Bytes of heap for an entry, each of its fields, and each character of its text. */
const HEAP = { entry: 300, field: 30, character: 2 };
/** What takes more than this part of a generation is not remembered. */
const LARGEST_PART = 1 / 16;

/** Of a completed object, its text. JSON leaves symbols out. */
const TEXT = Symbol('text');

interface Printed {
  [TEXT]?: ObjectText;
}

type Generation = WeakMap<SelectionPlan, WeakMap<object, RememberedSelection>>;

/**
 * Two generations: when the young one is full, it becomes the old one, and what was the old one is forgotten but for what was
 * found in it meanwhile. Plans and models are referenced weakly.
 */
export function createRememberedSelections(maxBytes = MAX_BYTES): RememberedSelections {
  let young: Generation = new WeakMap();
  let old: Generation = new WeakMap();
  let bytes = 0;
  const using = new WeakSet();
  const put: RememberedSelections['put'] = (plan, model, selection) => {
    const size = heapOf(selection);
    if (size > maxBytes * LARGEST_PART) return;
    if (bytes + size > maxBytes) [old, young, bytes] = [young, new WeakMap(), 0];
    bytes += size;
    const known = young.get(plan);
    if (known) known.set(model, selection);
    else young.set(plan, new WeakMap([[model, selection]]));
  };
  return {
    put,
    get: (plan, model) => {
      const found = young.get(plan)?.get(model);
      if (found) return found;
      const older = old.get(plan)?.get(model);
      if (older) put(plan, model, older);
      return older;
    },
    setText: (value, text) => {
      (value as Printed)[TEXT] = text;
    },
    textOf: (value) => (value as Printed)[TEXT],
    addUse: (data) => void using.add(data),
    isUsedIn: (data) => using.has(data),
  };
}

function heapOf({ values, text }: RememberedSelection): number {
  const characters = text.reduce((length, part) => length + part.text.length, 0);
  return HEAP.entry + HEAP.field * values.length + HEAP.character * characters;
}
