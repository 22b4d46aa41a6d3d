// The loaders with which a delivery has records read again.
import { AccessLinkError } from '../../accesslink/errors.ts';
import type { Transport } from '../../accesslink/upstream.ts';
import type { IsoDate } from '../../calendar.ts';
import { detectTokenRevocation } from '../../domain/account/token-revocation.ts';
import { ALL_FLAGS, createLoaders, type Loaders } from '../../domain/loaders.ts';
import { partitionOfUser } from '../../loading/cache/keys.ts';
import { verifiedOwner } from '../../loading/cache/store-tier.ts';
import { createLastOffset } from '../../loading/cache/last-offset.ts';
import type { SharedLoading } from '../../loading/context.ts';
import { createDayClock } from '../../loading/day-clock.ts';
import { todayOf } from '../../loading/plan/limits.ts';
import { createOperationStats } from '../../loading/stats.ts';
import type { Store } from '../../store/contract/store.ts';
import type { StoredUser } from '../../store/contract/users.ts';

export interface DeliveryLoadersOptions {
  readonly store: Pick<Store, 'users'>;
  readonly shared: SharedLoading;
}

interface Reader {
  readonly user: StoredUser;
  readonly today: IsoDate;
}

/** Loaders over a user's stored token, for all flags. A token that AccessLink does not accept any more is not sent. */
export function loadersFor({ user, today }: Reader, { store, shared }: DeliveryLoadersOptions): Loaders {
  const { polarUserId, token } = user;
  const partition = partitionOfUser(polarUserId);
  const send =
    user.state === 'reauthentication-required'
      ? rejectUnauthorized
      : detectTokenRevocation(store.users, user)(shared.send);
  const partial = {
    ...shared,
    partition,
    polarUserId,
    token,
    send,
    storeTier: shared.storeTierFor(verifiedOwner(polarUserId)),
    stats: createOperationStats(),
    today: todayOf(today, shared.now()),
    flags: ALL_FLAGS,
  };
  return createLoaders({ ...partial, clock: createDayClock(null, createLastOffset(partial)) });
}

const rejectUnauthorized: Transport = async () => {
  throw new AccessLinkError('unauthorized', 'Cannot ask AccessLink: it does not accept the stored token any more');
};
