// The id of a user at Polar.

/** Whether a text is a Polar user id: a number of 1 to 19 digits. */
export function isUserId(text: string): boolean {
  return /^[1-9]\d{0,18}$/.test(text);
}
