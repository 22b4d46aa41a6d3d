// Deliveries that somebody without the key of the webhook could send.
import { createHmac } from 'node:crypto';

/** A delivery that Polar would send, and the key that it would be signed with. */
interface Signed {
  readonly body: string;
  readonly key: string;
}

export interface Forgery {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** One of many kinds of wrong signatures, bodies and headers. */
export function forgery({ body: signed, key }: Signed, round: number): Forgery {
  const sign = (text: string, by = key) => createHmac('sha256', by).update(text).digest('hex');
  const right = sign(signed);
  const at = round % right.length;
  const other = right[at] === 'f' ? '0' : 'f';
  const position = round % signed.length;
  const kinds = [
    () => ({ body: signed, signature: right.slice(0, at) + other + right.slice(at + 1) }),
    () => ({ body: signed, signature: right.slice(0, at) }),
    () => ({ body: signed, signature: right + 'ab'.repeat((round % 40) + 1) }),
    () => ({
      body: signed.slice(0, position) + (signed[position] === 'x' ? 'y' : 'x') + signed.slice(position + 1),
      signature: right,
    }),
    () => ({ body: signed.slice(0, position), signature: right }),
    () => ({ body: `${signed}${' '.repeat((round % 9) + 1)}`, signature: right }),
    () => ({ body: signed, signature: sign(signed, `key ${round}`) }),
    () => ({ body: signed, signature: createHmac('sha512', key).update(signed).digest('hex').slice(0, 64) }),
    () => ({ body: signed, signature: createHmac('sha256', key).update(signed).digest('base64') }),
    () => ({ body: signed, signature: `sha256=${right}` }),
    () => ({ body: signed, signature: `${right}, ${right}` }),
    () => ({ body: signed, signature: sign(JSON.stringify(JSON.parse(signed), null, (round % 5) + 1)) }),
  ];
  const { body, signature } = (kinds[round % kinds.length] as (typeof kinds)[number])();
  const names = ['polar-webhook-signature', 'Polar-Webhook-Signature', 'x-polar-webhook-signature', 'signature'];
  const name = round % 3 === 0 ? (names[round % names.length] ?? '') : (names[0] ?? '');
  return { body, headers: round % 17 === 0 ? {} : { [name]: signature } };
}
