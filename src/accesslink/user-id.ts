// The id of a user at Polar.

/** A number of 1 to 19 digits. */
export const USER_ID = /^[1-9]\d{0,18}$/;

/** Whether a text is a Polar user id. */
export function isUserId(text: string): boolean {
  return USER_ID.test(text);
}
