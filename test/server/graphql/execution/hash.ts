// Chance by a text.

/** A number for a text, the same each time. */
export function hashOf(text: string): number {
  let hash = 2_166_136_261;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 16_777_619) >>> 0;
    hash = (hash ^ (hash >>> 13)) >>> 0;
  }
  return Math.imul(hash, 2_246_822_519) >>> 4;
}
