// Values as JSON text in a column.

/** What JSON cannot express becomes null. */
export function toJson(value: unknown): string {
  return JSON.stringify(value) ?? 'null';
}

/** A list of texts, as `toJson` wrote it. */
export function textsFrom(json: string): string[] {
  return JSON.parse(json) as string[];
}
