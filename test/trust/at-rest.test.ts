// The files of the store in the hands of somebody else: no token is readable, and none works for another person.
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createSecret } from '../../src/secret.ts';
import type * as encryption from '../../src/store/crypto/encryption.ts';
import { COOKIE, type SignInGateway, tokenOf } from '../support/signing-in.ts';
import { foundInFiles } from '../support/stored-bytes.ts';
import { bar, type Measurement } from './support/bar.ts';
import { type Build, build, withBroken } from './support/build.ts';

/** Gives every person the encrypted token of another. */
function swapTokens({ dataDir }: SignInGateway): void {
  const database = new DatabaseSync(join(dataDir, 'accesslink.db'));
  const rows = database.prepare('select polar_user_id as id, token_encrypted as token from users order by id').all();
  const update = database.prepare('update users set token_encrypted = ? where polar_user_id = ?');
  for (const [index, { id }] of rows.entries()) {
    update.run(String(rows[(index + 1) % rows.length]?.['token']), String(id));
  }
  database.close();
}

async function measure({ startSignInGateway, createBrowser }: Build): Promise<Measurement> {
  const gateway = await startSignInGateway();
  const people = gateway.simulator.people.slice(0, 2).map(({ userId }) => userId);
  const secrets: string[] = [];
  for (const userId of people) {
    const browser = createBrowser(gateway);
    await browser.signIn(userId);
    const polarToken = (await gateway.store.users.find(userId))?.token.reveal();
    secrets.push(polarToken ?? '', browser.cookies.get(COOKIE) ?? '', await tokenOf(gateway, userId));
  }
  const breaches = foundInFiles(gateway.dataDir, secrets).map(() => 'a token is readable in a file');
  if (foundInFiles(gateway.dataDir, people).length < people.length) breaches.push('the files are of nobody');
  if (secrets.some((secret) => secret.length < 15)) breaches.push('there are no tokens');
  swapTokens(gateway);
  for (const userId of people) {
    const found = await gateway.store.users.find(userId).catch(() => null);
    if (found) breaches.push('a token that was moved to another row is taken for that of its person');
  }
  await gateway.close();
  return { figure: `${secrets.length} tokens in files, ${people.length} moved: ${breaches.length} of use`, breaches };
}

bar('at-rest', {
  measure: () => measure(build),
  control: () =>
    withBroken<typeof encryption, Measurement>(
      'src/store/crypto/encryption.ts',
      () => ({
        createEncryption: () => ({
          encrypt: (secret) => secret.reveal(),
          decrypt: (envelope) => createSecret(envelope),
          isCurrent: () => true,
        }),
      }),
      measure,
    ),
});
