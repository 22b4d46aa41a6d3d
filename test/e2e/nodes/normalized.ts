// An answer as client caches keep it: objects by their ids, and in the place of objects inside others their ids.

/** An object of an answer, without the fields of the objects with ids in it. */
export interface Normalized {
  readonly __typename: string;
  readonly id: string;
  readonly [field: string]: unknown;
}

export interface NormalizedAnswer {
  readonly objects: ReadonlyMap<string, Normalized>;
  /** What is not the same in two places of the answer: the id, the field, and both values. */
  readonly conflicts: readonly string[];
}

/** The objects with an id in an answer. */
export function normalize(answer: unknown): NormalizedAnswer {
  const objects = new Map<string, Normalized>();
  const conflicts: string[] = [];
  const reduce = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reduce);
    if (typeof value !== 'object' || value === null) return value;
    const fields = Object.fromEntries(Object.entries(value).map(([name, part]) => [name, reduce(part)]));
    if (!isIdentified(fields)) return fields;
    const known = objects.get(fields.id) ?? {};
    for (const [name, part] of Object.entries(fields)) {
      const [before, now] = [Reflect.get(known, name), part].map((one) => JSON.stringify(one));
      if (before !== undefined && before !== now) conflicts.push(`${fields.__typename} ${name}: ${before} and ${now}`);
    }
    objects.set(fields.id, { ...known, ...fields });
    return { __typename: fields.__typename, id: fields.id };
  };
  reduce(answer);
  return { objects, conflicts };
}

function isIdentified(fields: object): fields is Normalized {
  return '__typename' in fields && 'id' in fields && typeof fields.id === 'string';
}
