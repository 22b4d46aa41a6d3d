// What was selected of models that never change, completed and as text: made once, as long as there is space for it.
import type { RememberedSelection, RememberedSelections, SelectionPlan } from './types.ts';

/** Of each of the two generations. */
const MAX_BYTES = 8 * 1024 * 1024;
/** Bytes of heap for an entry: the maps, the completed object, and for each character of its text. */
const HEAP = { entry: 250, character: 3 };
/** What takes more than this part of a generation is not remembered. */
const LARGEST_PART = 1 / 16;

type Generation = WeakMap<SelectionPlan, WeakMap<object, RememberedSelection>>;

/**
 * Two generations: when the young one is full, it becomes the old one, and what was the old one is forgotten but for what was
 * found in it meanwhile. Plans and models are referenced weakly.
 */
export function createRememberedSelections(maxBytes = MAX_BYTES): RememberedSelections {
  let [young, old]: Generation[] = [new WeakMap(), new WeakMap()];
  let bytes = 0;
  const texts = new WeakMap<object, string>();
  const add = (plan: SelectionPlan, model: object, selection: RememberedSelection) => {
    const size = HEAP.entry + HEAP.character * (texts.get(selection.value as object)?.length ?? 0);
    if (bytes + size > maxBytes) [old, young, bytes] = [young ?? new WeakMap(), new WeakMap(), 0];
    bytes += size;
    const known = young?.get(plan);
    if (known) known.set(model, selection);
    else young?.set(plan, new WeakMap([[model, selection]]));
  };
  return {
    get: (plan, model) => {
      const found = young?.get(plan)?.get(model);
      if (found) return found;
      const older = old?.get(plan)?.get(model);
      if (older) add(plan, model, older);
      return older;
    },
    put: (plan, model, selection) => {
      const text = textOf(selection.value);
      if (text === null || text.length * HEAP.character > maxBytes * LARGEST_PART) return;
      texts.set(selection.value as object, text);
      add(plan, model, selection);
    },
    textOf: (value) => texts.get(value),
  };
}

/** Null for what has no JSON. */
function textOf(value: unknown): string | null {
  try {
    return JSON.stringify(value) ?? null;
  } catch {
    return null;
  }
}
