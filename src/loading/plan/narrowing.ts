// Finding how much of a refused range AccessLink serves, in the fewest requests: pure, no clock, no network.

/** What became of a part of a range: its reply, or why it has none. */
export interface Part<T> {
  /** Which of the days, counted from the one nearest to today: from the first to before the second. */
  readonly start: number;
  readonly end: number;
  readonly outcome: T | Error;
}

/** How a part is requested, and which outcome means that it reaches too far. */
export interface Narrowing<T> {
  /** The number of days of the range that was refused. */
  readonly days: number;
  /** Requests a part. Never rejects. */
  readonly request: (start: number, end: number) => Promise<T | Error>;
  readonly isRefused: (outcome: T | Error) => boolean;
  /** So few of the nearest days, when none is served yet, are not requested in parts; 1 by default. */
  readonly fewest?: number;
}

/** Windows that are not documented end within this many days as a rule: they are searched there first. */
const LIKELY_DAYS = 64;

/**
 * The parts of a range that was refused as a whole: AccessLink refuses a range for its day farthest from today alone, so
 * that the days up to its edge are served when they are requested without the others. The refused days are halved until
 * the edge is found: 5 requests for 28 days, at most 6 where the edge is within 60 days. A failure of another kind ends
 * the search: the days that are left have that failure.
 */
export async function narrow<T>(
  rejection: Error,
  { days, request, isRefused, fewest = 1 }: Narrowing<T>,
): Promise<Part<T>[]> {
  const parts: Part<T>[] = [];
  let served = 0;
  let refused: { readonly end: number; readonly error: Error } = { end: days, error: rejection };
  while (refused.end - served > (served === 0 ? fewest : 1)) {
    const end = nextProbe(served, refused.end);
    const outcome = await request(served, end);
    if (isRefused(outcome) && outcome instanceof Error) {
      refused = { end, error: outcome };
      continue;
    }
    parts.push({ start: served, end, outcome });
    if (outcome instanceof Error) return [...parts, { start: end, end: days, outcome }];
    served = end;
  }
  return [...parts, { start: served, end: days, outcome: refused.error }];
}

/** How many days to request next: half of those in doubt, nearer ones first where many are. */
function nextProbe(served: number, refused: number): number {
  const isFar = refused > LIKELY_DAYS && served < LIKELY_DAYS;
  const end = isFar ? LIKELY_DAYS : refused;
  return Math.max(served + 1, Math.min(refused - 1, served + Math.ceil((end - served) / 2)));
}

/** The most requests that `narrow` sends for so many days, wherever the edge is. */
export function mostProbes(days: number, fewest = 1): number {
  const known = new Map<string, number>();
  const most = (served: number, refused: number): number => {
    if (refused - served <= (served === 0 ? fewest : 1)) return 0;
    const key = `${served} ${refused}`;
    const probe = nextProbe(served, refused);
    const found = known.get(key) ?? 1 + Math.max(most(served, probe), most(probe, refused));
    known.set(key, found);
    return found;
  };
  return most(0, days);
}
