// One period in which skin contact was recorded. AccessLink's times are UTC without saying so.
import type { Aged } from '../convert/records.ts';
import type * as Wire from '../../generated/accesslink.ts';
import type * as Graph from '../../generated/graphql.ts';
import type { Fields } from '../convert/model.ts';
import { utcDateTime } from '../convert/times.ts';
import type { Keyed } from '../graph/node-keys.ts';
import { utcAfter } from './offset-time.ts';

export type SkinContactModel = Fields<Graph.SkinContactPeriod, 'changes'>;

/** With its age and its key: the parent of resolvers. */
export type SkinContactPeriodParent = Keyed<Aged<SkinContactModel>>;

/** One recording; changes without an offset are left out. */
export function skinContactFromWire(wire: Wire.SkinContactPeriod): SkinContactModel {
  return {
    deviceId: wire.source_device_id,
    startTime: utcDateTime(wire.start_time),
    endTime: utcDateTime(wire.end_time),
    modifiedAt: utcDateTime(wire.modified_time),
    changes: () => wire.skin_contact_changes?.flatMap((change) => changeFromWire(change, wire.start_time)) ?? null,
  };
}

function changeFromWire(wire: Wire.SkinContactChange, start: string | null): Graph.SkinContactChange[] {
  const offset = wire.recording_time_delta_milliseconds;
  if (offset === null) return [];
  return [{ offsetSeconds: offset / 1000, time: utcAfter(start, offset), contact: wire.skin_contact }];
}
