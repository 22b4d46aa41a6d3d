// Where a sign-in may lead: to this server, and to what is registered, in whatever way another site is written.
import { mayRedirectTo } from '../../src/server/auth/redirect-uri.ts';
import { returnPath } from '../../src/server/auth/return-path.ts';
import { acceptedUris, escapedPaths, payloads } from '../server/auth/redirect-payloads.ts';
import { bar, type Measurement } from './support/bar.ts';

interface Redirects {
  readonly returnPath: (requested: string) => string;
  readonly mayRedirectTo: typeof mayRedirectTo;
}

async function measure(build: Redirects): Promise<Measurement> {
  const [paths, uris] = [escapedPaths(build.returnPath), acceptedUris(build.mayRedirectTo)];
  return {
    figure: `${payloads.length} spellings: ${paths.length} return paths and ${uris.length} redirect URIs lead elsewhere`,
    breaches: [...paths, ...uris],
  };
}

bar('redirects', {
  measure: () => measure({ returnPath, mayRedirectTo }),
  control: () =>
    measure({
      returnPath: (requested) => (requested.startsWith('/') ? requested : '/graphql'),
      mayRedirectTo: (uri, registered) => registered.some((allowed) => uri.startsWith(allowed)),
    }),
});
