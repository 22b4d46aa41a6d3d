// The consent page, on which a person is chosen and consents or denies. Plain HTML without scripts.
import type { PersonProfile } from '../data/person-profile.ts';

/** The form posts the parameters of the request again, with `user_id` and `decision` (`accept` or `deny`). */
export function consentPage(people: readonly PersonProfile[], parameters: URLSearchParams): string {
  const hidden = [...parameters].map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  const choices = people.map(
    ({ userId, firstName, lastName, summary }, index) =>
      `<p><label><input type="radio" name="user_id" value="${userId}"${index === 0 ? ' checked' : ''}> ` +
      `<b>${escaped(`${firstName} ${lastName}`)}</b></label><br>${escaped(summary)}</p>`,
  );
  return page(
    'Sign in to the simulated Polar Flow',
    `<p>An application asks to read your data (accesslink.read_all). Who are you?</p>
<form method="post" action="/oauth2/authorization">
${hidden.join('\n')}
${choices.join('\n')}
<button type="submit" name="decision" value="accept">Accept</button>
<button type="submit" name="decision" value="deny">Deny</button>
</form>`,
  );
}

/** Shown for an unknown client, which has no redirect URL to return an error to. */
export function unknownClientPage(): string {
  return page('Unknown application', '<p>No application has this client_id.</p>');
}

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title></head>
<body><h1>${title}</h1>
${content}
</body></html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
