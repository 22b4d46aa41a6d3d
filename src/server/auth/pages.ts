// The pages of the sign-in: plain HTML without scripts, stored in no cache.

export interface HtmlPage {
  readonly status: number;
  readonly title: string;
  readonly text: string;
  /** A link to another path of this server. */
  readonly next?: { readonly href: string; readonly label: string };
  /** A button that posts to a path of this server. */
  readonly button?: { readonly action: string; readonly label: string };
}

/**
 * Headers of every response under /auth. The referrer policy is not `no-referrer`: browsers would then send no Origin with
 * our own form, and it would look like one of another page.
 */
export const PRIVATE = {
  'cache-control': 'no-store',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const STYLE = 'body{font:1rem/1.5 system-ui,sans-serif;max-width:36rem;margin:4rem auto;padding:0 1rem}';

/** The page as a response. */
export function pageResponse(page: HtmlPage): Response {
  const { status, title, text, next, button } = page;
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title>
<style>${STYLE}</style></head>
<body><h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(text)}</p>
${next ? `<p><a href="${escapeHtml(next.href)}">${escapeHtml(next.label)}</a></p>` : ''}
${button ? `<form method="post" action="${escapeHtml(button.action)}"><button>${escapeHtml(button.label)}</button></form>` : ''}
</body></html>
`;
  const headers = { ...PRIVATE, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY };
  return new Response(html, { status, headers });
}

/** A redirect that sets cookies. */
export function redirect(location: string, cookies: readonly string[] = []): Response {
  const response = new Response(null, { status: 302, headers: { ...PRIVATE, location } });
  for (const cookie of cookies) response.headers.append('set-cookie', cookie);
  return response;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
