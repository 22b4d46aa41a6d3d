// AccessLink as one person reads it by hand: one request a question, and nothing where the answer is no content or an error.
export type Wire = Readonly<Record<string, unknown>>;

export interface Rest {
  /** The JSON of a path; null for any status but 200. */
  get(path: string): Promise<unknown>;
  /** The objects of a list, whatever it is wrapped in; empty for nothing. */
  list(path: string): Promise<readonly Wire[]>;
  /** The object at a path, or the only one of a list. */
  one(path: string): Promise<Wire | null>;
}

/** Answers are kept by their path: the world that they are about stands still. */
export function createRest(url: string, token: string): Rest {
  const answers = new Map<string, Promise<unknown>>();
  const fetchJson = async (path: string): Promise<unknown> => {
    const response = await fetch(url + path, {
      headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
    });
    return response.status === 200 ? response.json() : response.body?.cancel().then(() => null);
  };
  const get = (path: string) => {
    const known = answers.get(path) ?? fetchJson(path);
    answers.set(path, known);
    return known;
  };
  const list = async (path: string) => objectsIn(await get(path));
  return { get, list, one: async (path) => (await list(path))[0] ?? null };
}

function objectsIn(json: unknown): readonly Wire[] {
  if (Array.isArray(json)) return json as Wire[];
  if (typeof json !== 'object' || json === null) return [];
  const [wrapped, ...others] = Object.values(json);
  return Array.isArray(wrapped) && others.length === 0 ? (wrapped as Wire[]) : [json as Wire];
}
