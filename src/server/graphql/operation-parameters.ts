// The parameters of an operation in the body of an ordinary request.

/** What a body says. */
export interface OperationParameters {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly extensions?: Readonly<Record<string, unknown>> | null;
}

const NAMES: readonly string[] = ['query', 'operationName', 'variables', 'extensions'];

/** The parameters in a body; null for one that is not as clients write it, whose errors are Yoga's. */
export function parametersIn(text: string): OperationParameters | null {
  const body = parsed(text);
  if (!isObjectOrNothing(body) || !body) return null;
  const { query, operationName, variables, extensions } = body;
  const isKnown = Object.entries(body).every(([name, value]) => value === null || NAMES.includes(name));
  const isNamed = operationName == null || typeof operationName === 'string';
  const isPlain = isKnown && isNamed && isObjectOrNothing(variables) && isObjectOrNothing(extensions);
  return isPlain && typeof query === 'string' ? (body as unknown as OperationParameters) : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isObjectOrNothing(value: unknown): value is Record<string, unknown> | null | undefined {
  return value == null || (typeof value === 'object' && !Array.isArray(value));
}
