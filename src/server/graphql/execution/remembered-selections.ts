// What was selected of models that never change, and of what has a key, completed and as text: made once, as long as there is
// space for it.
import { createPrinter } from './text.ts';
import type {
  NotedSelection,
  NotedSelections,
  ObjectText,
  PutNoted,
  RememberedSelection,
  RememberedSelections,
  SelectionPlan,
} from './types.ts';

/** Of each of the two generations. */
const MAX_BYTES = 8 * 1024 * 1024;
/** Bytes of heap for an entry, each of its fields, and each character of its text. */
const HEAP = { entry: 300, field: 30, character: 2 };
/** Of something with a key: besides, each record that it was made of, and each character, whose value is there, too. */
const NOTED_HEAP = { entry: 400, read: 16, character: 4 };
/** What takes more than this part of a generation is not remembered. */
const LARGEST_PART = 1 / 16;

/** Of a completed object, its text. JSON leaves symbols out. */
const TEXT = Symbol('text');

interface Printed {
  [TEXT]?: ObjectText;
}

/** What is remembered by plan, and by a model or the state of memory. Both are referenced weakly. */
type ByPlan<T> = WeakMap<SelectionPlan, WeakMap<object, T>>;

/** What is remembered of one person, with the bytes that it takes. */
interface NotedOfPerson extends NotedSelections {
  readonly put: (key: string, selection: NotedSelection) => void;
  bytes: number;
}

/**
 * Two generations: when the young one is full, it becomes the old one, and what was the old one is forgotten but for what was
 * found in it meanwhile.
 */
export function createRememberedSelections(maxBytes = MAX_BYTES): RememberedSelections {
  const generations = createGenerations(maxBytes);
  const ofModels = generations.of<RememberedSelection>(heapOf);
  const noted = generations.of<NotedOfPerson>(({ bytes }) => bytes);
  const using = new WeakSet();
  const textOf = (value: object) => (value as Printed)[TEXT];
  const setText = (value: object, text: ObjectText) => {
    (value as Printed)[TEXT] = text;
  };
  const print = createPrinter({ textOf });
  const putNoted = (plan: SelectionPlan, { state, key, selection }: PutNoted) => {
    const text = print(selection.whole);
    if (text === undefined) return;
    const reads = selection.noted.keys.reduce((sum, { resources }) => sum + resources.length, 0);
    const bytes = NOTED_HEAP.entry + NOTED_HEAP.read * reads + NOTED_HEAP.character * text.length;
    if (bytes > maxBytes * LARGEST_PART) return;
    setText(selection.whole, [{ text: inOnePiece(text), valueOf: null }]);
    const known = noted.get(plan, state);
    const ofPerson = known?.memory === selection.noted.memory ? known : createNoted(selection.noted.memory);
    ofPerson.put(key, selection);
    ofPerson.bytes += bytes;
    if (ofPerson !== known) noted.put(plan, state, ofPerson);
    else generations.add(bytes);
  };
  return {
    put: ofModels.put,
    get: ofModels.get,
    notedOf: noted.get,
    putNoted,
    setText,
    textOf,
    addUse: (data) => void using.add(data),
    isUsedIn: (data) => using.has(data),
  };
}

/** Two generations that are bounded together. */
function createGenerations(maxBytes: number) {
  let bytes = 0;
  const turns: (() => void)[] = [];
  const add = (size: number) => {
    if (bytes + size > maxBytes) {
      bytes = 0;
      for (const turn of turns) turn();
    }
    bytes += size;
  };
  const of = <T>(sizeOf: (value: T) => number) => {
    let [young, old]: ByPlan<T>[] = [new WeakMap(), new WeakMap()];
    turns.push(() => ([young, old] = [new WeakMap(), young]));
    const put = (plan: SelectionPlan, key: object, value: T) => {
      const size = sizeOf(value);
      if (size > maxBytes * LARGEST_PART) return;
      add(size);
      const known = young?.get(plan);
      if (known) known.set(key, value);
      else young?.set(plan, new WeakMap([[key, value]]));
    };
    const get = (plan: SelectionPlan, key: object) => {
      const found = young?.get(plan)?.get(key);
      if (found) return found;
      const older = old?.get(plan)?.get(key);
      if (older) put(plan, key, older);
      return older;
    };
    return { put, get };
  };
  return { of, add };
}

/** A text that was put together of many is a tree of them, which takes several times as much. */
function inOnePiece(text: string): string {
  return Buffer.from(text).toString();
}

function createNoted(memory: NotedSelections['memory']): NotedOfPerson {
  const selections = new Map<string, NotedSelection>();
  return {
    memory,
    get: (key) => selections.get(key),
    put: (key, selection) => selections.set(key, selection),
    bytes: 0,
  };
}

function heapOf({ values, text }: RememberedSelection): number {
  const characters = text.reduce((length, part) => length + part.text.length, 0);
  return HEAP.entry + HEAP.field * values.length + HEAP.character * characters;
}
