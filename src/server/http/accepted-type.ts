// Which media type an answer to a GraphQL request has, by the request's Accept.

/** The media types of a result of GraphQL over HTTP; of two that are accepted alike, the last one. */
export type ResultType = (typeof RESULT_TYPES)[number];

const RESULT_TYPES = ['application/graphql-response+json', 'application/json'] as const;
const UTF_8 = 'charset=utf-8';

/** The last header and its type: most clients send the same. */
let last: { readonly accept: string | null; readonly type: ResultType | null } | null = null;

/** The type of the first range in the header that accepts one; null when none does. Everything is accepted without a header. */
export function acceptedType(accept: string | null): ResultType | null {
  if (last === null || last.accept !== accept) last = { accept, type: firstAccepted(accept) };
  return last.type;
}

function firstAccepted(accept: string | null): ResultType | null {
  const ranges = (accept || '*/*').replaceAll(/\s/g, '').toLowerCase().split(',');
  for (const range of ranges) {
    const [type = '', ...parameters] = range.split(';');
    const charset = parameters.find((parameter) => parameter.includes('charset=')) ?? UTF_8;
    const accepted = charset === UTF_8 ? RESULT_TYPES.findLast((one) => isInRange(one, type)) : undefined;
    if (accepted) return accepted;
  }
  return null;
}

function isInRange(type: ResultType, range: string): boolean {
  const [main, sub] = range.split('/');
  const [ownMain, ownSub] = type.split('/');
  return (main === '*' || main === ownMain) && (sub === '*' || sub === ownSub);
}
