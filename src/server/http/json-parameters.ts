// The parameters of a GET that are JSON: Yoga parses them without a check, so that a mistake would be a failure of this server.
const NAMES = ['variables', 'extensions'];

/** The name of a parameter of the URL that should be a JSON object and is none; null when all can be read. */
export function unreadableParameter({ searchParams }: URL): string | null {
  return NAMES.find((name) => !isObject(searchParams.get(name))) ?? null;
}

/** Also when it is missing or empty. */
function isObject(text: string | null): boolean {
  if (text === null || text === '') return true;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && !Array.isArray(value);
  } catch {
    return false;
  }
}
