// Compression by gzip, the only encoding of content that AccessLink is asked for.

/** Whether a body with this Content-Encoding can be read: gzip, none, or a header that says so. */
export function isReadableEncoding(encoding: string | null | undefined): boolean {
  return /^((x-)?gzip|identity)?$/i.test(encoding ?? '');
}

/** Whether bytes are compressed: by the first two and not by a header, which a proxy may have lost or left. No text begins so. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}
