// Texts of AccessLink that are passed on: short, in one line, and without what nobody else may see.

/** Turns a text of a response into one that may be shown, at most so many characters long; null when nothing is left of it. */
export type CleanText = (text: string, maxLength: number) => string | null;

const HIDDEN = '[secret]';
const EMAIL = /[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+\.[^\s@<>"'(),;:]+/g;
const CREDENTIAL = /\b(Bearer|Basic)\s+[A-Za-z0-9\-._~+/=]+/gi;
/** Controls, and what changes the direction of text or shows nothing. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}\p{Cn}]+/gu;

/** `secrets`: what the request carried and no text may repeat. */
export function createCleaner(secrets: readonly string[]): CleanText {
  const hidden = secrets
    .filter((secret) => secret.length >= 4)
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .toSorted((one, other) => other.length - one.length);
  return (text, maxLength) => {
    const withoutSecrets = hidden.reduce((rest, secret) => rest.replaceAll(secret, HIDDEN), text);
    // What comes later is cut off anyway, and the patterns are slow on long words.
    const line = withoutSecrets
      .slice(0, maxLength * 4)
      .replaceAll(CREDENTIAL, `$1 ${HIDDEN}`)
      .replaceAll(EMAIL, '[e-mail]')
      .replaceAll(INVISIBLE, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim();
    if (line === '') return null;
    return line.length <= maxLength ? line : `${line.slice(0, maxLength - 1).trimEnd()}…`;
  };
}

/** What a value of an Authorization header and the fields of a form must not be repeated of. */
export function secretsOf(authorization: string, form: Readonly<Record<string, string>> = {}): string[] {
  const [scheme = '', credential = ''] = authorization.split(' ');
  const decoded = scheme.toLowerCase() === 'basic' ? Buffer.from(credential, 'base64').toString('utf8') : '';
  const password = decoded.slice(decoded.indexOf(':') + 1);
  return [authorization, credential, decoded, password, form['code'] ?? ''];
}
