// The contract of what is done about encryption while others read and write: none of it is needed to read or write.

export interface KeyRotation {
  /** Encrypted with the newest key now. */
  readonly rotated: number;
  /** Left as they are: no key of SECRET_KEY decrypts them. */
  readonly undecryptable: number;
}

/**
 * What is stored of people is encrypted under a key of their own, which is apart from the data and encrypted with SECRET_KEY;
 * tokens and the webhook's key are encrypted with SECRET_KEY. Each method is safe to repeat, and goes on where it was stopped.
 */
export interface EncryptionStore {
  /** Encrypts what was stored before values were encrypted; how many values there were. */
  encryptPlain(): Promise<number>;
  /** Deletes values whose key is gone, as in a restored backup from before an erasure; how many there were. */
  deleteUnreadable(): Promise<number>;
  /** Encrypts tokens and keys with the first key of SECRET_KEY again. */
  rotateKeys(): Promise<KeyRotation>;
}
