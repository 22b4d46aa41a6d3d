/** Whether a value of an answer is an object. */
export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
