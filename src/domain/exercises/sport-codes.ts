// Which sport of the two that AccessLink sends for a session is the more telling one.
import type * as Wire from '../../generated/accesslink.ts';

/** Words that name no sport. */
const NOTHING = /^((sport[_ -]?)?unknown|undefined|none|null|n\/?a|not[_ -]available|[\d.-]*)$/i;
/** A sport, but the least telling one: live servers send it for sessions whose sport they know better elsewhere. */
const OTHER = /^other$/i;

/** The sport of a session as sent: the detailed code, otherwise the coarse name; null when neither names one. */
export function sportCodeFromWire({ detailed_sport_info: detailed, sport }: Wire.ExerciseHashId): string | null {
  const named = [detailed, sport].flatMap((code) => sportNamed(code) ?? []);
  return named.find((code) => !OTHER.test(code)) ?? named[0] ?? null;
}

/** The coarse name as sent, without blanks around it; null when there is none. */
export function sportGroupFromWire({ sport }: Wire.ExerciseHashId): string | null {
  return sport?.trim() || null;
}

function sportNamed(code: string | null): string | null {
  const trimmed = code?.trim() ?? '';
  return NOTHING.test(trimmed) ? null : trimmed;
}
