// Whose credential AccessLink has accepted since this process began.

/** Bounded: whoever was not seen for longest is forgotten first, and proves themselves again with the next call. */
const MAX_PEOPLE = 100_000;

export interface ProvenPeople {
  add(person: string): void;
  has(person: string): boolean;
}

/** Nobody yet. */
export function createProvenPeople(maxPeople = MAX_PEOPLE): ProvenPeople {
  const people = new Set<string>();
  return {
    add: (person) => {
      people.delete(person);
      people.add(person);
      const [oldest] = people;
      if (people.size > maxPeople && oldest !== undefined) people.delete(oldest);
    },
    has: (person) => people.has(person),
  };
}
