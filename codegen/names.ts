// Names in generated code.

/** `activity-day-with_samples` → `ActivityDayWithSamples`. */
export function pascal(name: string): string {
  return name.replace(/(^|[-_])(\w)/g, (_, _separator, letter: string) => letter.toUpperCase());
}
