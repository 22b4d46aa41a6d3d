// Which requests were answered before: what is asked once need not be remembered, and would push out what is asked again.

/** Notes a key; whether it was noted before, not long ago. */
export type NoteKey = (key: string) => boolean;

/** A power of two: so many digests, newer ones taking the place of older ones. */
const SLOTS = 8_192;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** Nothing noted yet. Two keys of one digest are taken for one, which costs or saves nothing but memory. */
export function createRepeatedKeys(): NoteKey {
  const digests = new Uint32Array(SLOTS);
  return (key) => {
    const digest = digestOf(key);
    const slot = digest % SLOTS;
    const isKnown = digests[slot] === digest;
    digests[slot] = digest;
    return isKnown;
  };
}

/** FNV-1a, of 32 bits. Never 0, which is an empty slot. */
function digestOf(text: string): number {
  let digest = FNV_OFFSET;
  for (let index = 0; index < text.length; index += 1)
    digest = Math.imul(digest ^ text.charCodeAt(index), FNV_PRIME) >>> 0;
  return digest || 1;
}
