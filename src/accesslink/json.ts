// JSON as AccessLink sends it: its 64-bit ids keep all their digits.

const LONG_NUMBER = /(^|[:[,])\s*-?\d{16,}/;

/**
 * Parses JSON; whole numbers beyond what a double holds exactly become text. Throws SyntaxError.
 * The slower path with a reviver is taken only by texts that have such a number.
 */
export function parseJson(text: string): unknown {
  return LONG_NUMBER.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text);
}

function keepDigits(_key: string, value: unknown, context?: { source?: string }): unknown {
  const unsafe = typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value);
  return unsafe && context?.source && /^-?\d+$/.test(context.source) ? context.source : value;
}

const NO_JSON_NUMBER = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g;

/**
 * The same for a body in which a number may be NaN or infinite, as some libraries write it although JSON has no word for it:
 * it becomes a text, which fits no number, so that one odd value does not make its body unreadable.
 */
export function parseSentJson(text: string): unknown {
  try {
    return parseJson(text);
  } catch (cause) {
    if (!/^\s*[[{]/.test(text) || !/NaN|Infinity/.test(text)) throw cause;
    return parseJson(text.replaceAll(NO_JSON_NUMBER, (part) => (part.startsWith('"') ? part : `"${part}"`)));
  }
}

/** The JSON in a text; undefined when it is none. */
export function jsonOrNothing(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

/** The properties of an object by their names in lower case and without separators: `corr_id` and `corrId` are one. */
export function byPlainName(object: JsonObject): Map<string, unknown> {
  return new Map(Object.entries(object).map(([name, value]) => [name.replaceAll(/[-_]/g, '').toLowerCase(), value]));
}

/** An object as sent, not decoded. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value of parsed JSON is an object, and no list. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
