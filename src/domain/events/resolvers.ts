// Events about new data of a user who signed in here; the modules of nights and exercises add their fields.
import { isEventType } from '../../accesslink/webhook-event.ts';
import type { Resolvers } from '../../generated/resolvers.ts';
import { badUserInput } from '../errors.ts';
import { dateOfKey } from '../graph/global-id.ts';
import { dateFromWire } from '../convert/times.ts';
import { isEventId } from '../../store/contract/events.ts';

export const eventResolvers: Resolvers = {
  Subscription: {
    dataAvailable: {
      subscribe: (_, { types, after }, { subscribe }) => subscribe({ types: types ?? null, after: idIn(after) }),
    },
  },
  DataAvailable: {
    type: ({ type }) => (isEventType(type) ? type : null),
    date: ({ date }) => dateFromWire(date),
    user: (_, __, { viewer }) => viewer(),
    day: ({ date }) => {
      const day = date === null ? null : dateOfKey(date);
      return day && { date: day };
    },
  },
};

function idIn(after: string | null | undefined): string | null {
  if (after == null) return null;
  if (isEventId(after)) return after;
  throw badUserInput('Cannot subscribe: after is no id of an event; leave it out to begin now');
}
