// Records of one person that have equal values have the same ones: who they are, their device, their thresholds, are once in memory.

/** What a record shares values with. */
export interface Neighbours {
  /** The key of the record: its date, mostly. */
  readonly key: string;
  /** Another record of the same resource of the same person; undefined: there is none. */
  readonly neighbour: object | undefined;
}

/**
 * Puts the texts and parts of other records in the place of equal ones of this record. What it says stays the same. Nothing is
 * shared between people, so that nothing of somebody is left when their records are dropped.
 */
export function shareEqualValues(record: object, { key, neighbour = {} }: Neighbours): void {
  if (Object.isFrozen(record)) return;
  const properties = record as Record<string, unknown>;
  const others = neighbour as Readonly<Record<string, unknown>>;
  // Not `in`: code that is compiled for the properties as they were is dropped at each property that is written.
  for (const property of Object.keys(properties)) {
    const value = properties[property];
    if (typeof value === 'string') {
      if (value === key) properties[property] = key;
      else if (value === others[property]) properties[property] = others[property];
    } else if (isPart(value) && isEqualPart(value, others[property])) properties[property] = others[property];
  }
}

/** An object of numbers and texts, such as thresholds. */
function isPart(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}

/** Objects in them are not compared. */
function isEqualPart(part: Readonly<Record<string, unknown>>, other: unknown): boolean {
  if (!isPart(other)) return false;
  for (const property in part) if (!Object.is(part[property], other[property])) return false;
  for (const property in other) if (!Object.hasOwn(part, property)) return false;
  return true;
}
