// A value that may be used but never printed: logs, JSON and inspection show a placeholder.

const HIDDEN = '[secret]';
/** The method that Node's `inspect` calls, named without importing it. */
const INSPECT = Symbol.for('nodejs.util.inspect.custom');

/** An access token or key. Only `reveal` returns the text; every other way to print it gives a placeholder. */
export interface Secret {
  reveal(): string;
  toString(): string;
  toJSON(): string;
}

/** Wraps `text` so that it cannot reach a log by accident. */
export function createSecret(text: string): Secret {
  const hidden = () => HIDDEN;
  return Object.freeze({ reveal: () => text, toString: hidden, toJSON: hidden, [INSPECT]: hidden });
}
