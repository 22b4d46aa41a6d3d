// The few pages that a person sees while signing in: plain HTML without scripts, kept by nobody.

/** A page: what it says, and what can be done next. */
export interface HtmlPage {
  readonly status: number;
  readonly title: string;
  readonly text: string;
  /** The next step: an address of this server, and what it is called. */
  readonly next?: { readonly href: string; readonly label: string };
  /** A button that posts to an address of this server. */
  readonly button?: { readonly action: string; readonly label: string };
}

/**
 * For every answer under /auth. `same-origin` and not `no-referrer`: with that, browsers hide where a form comes from, and a
 * form of ours could not be told from one of another page.
 */
export const PRIVATE = {
  'cache-control': 'no-store',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const STYLE = 'body{font:1rem/1.5 system-ui,sans-serif;max-width:36rem;margin:4rem auto;padding:0 1rem}';

/** The page as an answer. */
export function pageResponse(page: HtmlPage): Response {
  const { status, title, text, next, button } = page;
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title>
<style>${STYLE}</style></head>
<body><h1>${escaped(title)}</h1>
<p>${escaped(text)}</p>
${next ? `<p><a href="${escaped(next.href)}">${escaped(next.label)}</a></p>` : ''}
${button ? `<form method="post" action="${escaped(button.action)}"><button>${escaped(button.label)}</button></form>` : ''}
</body></html>
`;
  const headers = { ...PRIVATE, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY };
  return new Response(html, { status, headers });
}

/** Sends the browser elsewhere, with cookies. */
export function redirect(location: string, cookies: readonly string[] = []): Response {
  const response = new Response(null, { status: 302, headers: { ...PRIVATE, location } });
  for (const cookie of cookies) response.headers.append('set-cookie', cookie);
  return response;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
