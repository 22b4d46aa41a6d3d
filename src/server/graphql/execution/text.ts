// The JSON of a result: of objects that are remembered, the text is, too.
import type { ExecutionResult } from 'graphql';
import type { ObjectText, RememberedSelections } from './types.ts';

/** Prints a value; undefined for what has no JSON. */
export type Print = (value: unknown) => string | undefined;

/** Names of fields whose text is remembered. */
const MAX_NAMES = 2_000;

/** How results are printed: where nothing remembered is in them, by `JSON.stringify` itself. */
export function createResultPrinter(remembered: RememberedSelections): (result: ExecutionResult) => Print {
  const print = createPrinter(remembered);
  return ({ data }) => (data && remembered.isUsedIn(data) ? print : (value) => JSON.stringify(value));
}

/** Prints what an executor made, the same as `JSON.stringify`. */
export function createPrinter({ textOf }: Pick<RememberedSelections, 'textOf'>): Print {
  const nameText = createNameTexts();
  const print: Print = (value) => {
    if (typeof value !== 'object' || value === null || typeof (value as JsonSource).toJSON === 'function') {
      return JSON.stringify(value);
    }
    const text = textOf(value);
    if (text) return filledText(text, value, print) ?? objectText(value, print, nameText);
    if (Array.isArray(value)) return listText(value, print);
    const prototype: unknown = Object.getPrototypeOf(value);
    const isPlain = prototype === null || prototype === Object.prototype;
    return isPlain ? objectText(value, print, nameText) : JSON.stringify(value);
  };
  return print;
}

/** Undefined when a value has no JSON, and its name none either. */
function filledText(parts: ObjectText, object: object, print: Print): string | undefined {
  let text = '';
  for (const part of parts) {
    text += part.text;
    if (part.valueOf === null) continue;
    const value = print((object as Readonly<Record<string, unknown>>)[part.valueOf]);
    if (value === undefined) return undefined;
    text += value;
  }
  return text;
}

function objectText(object: object, print: Print, nameText: (name: string) => string): string {
  let text = '{';
  for (const name of Object.keys(object)) {
    const value = print((object as Readonly<Record<string, unknown>>)[name]);
    if (value !== undefined) text += text === '{' ? nameText(name) + value : `,${nameText(name)}${value}`;
  }
  return `${text}}`;
}

function listText(list: readonly unknown[], print: Print): string {
  // Numbers and texts, of which there can be many, have nothing remembered in them.
  if (typeof list[0] !== 'object') return JSON.stringify(list);
  let text = '[';
  for (let index = 0; index < list.length; index += 1) {
    if (index > 0) text += ',';
    text += print(list[index]) ?? 'null';
  }
  return `${text}]`;
}

interface JsonSource {
  readonly toJSON?: unknown;
}

/** Names as they stand in an object. */
function createNameTexts(): (name: string) => string {
  const texts = new Map<string, string>();
  return (name) => {
    const known = texts.get(name);
    if (known !== undefined) return known;
    const text = `${JSON.stringify(name)}:`;
    if (texts.size >= MAX_NAMES) texts.clear();
    texts.set(name, text);
    return text;
  };
}
