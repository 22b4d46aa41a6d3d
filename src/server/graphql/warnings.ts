// `extensions.accesslink.warnings` of a result: what AccessLink sent and could not be used.
import { resourceValue } from '../../domain/convert/resource-name.ts';
import { fields } from '../../generated/fields.ts';
import type { DataWarning, WarningReason } from '../../loading/stats.ts';

/** What happened, after the count. No message holds a value. */
const MESSAGES: Readonly<Record<WarningReason, string>> = {
  value: 'value(s) that do not fit their field; null is in their place, or they are left out of their list',
  record: 'record(s) that cannot be read; they are left out',
  'without-id': 'record(s) without an id, to which nothing can refer; they are left out',
  repeated: 'record(s) that were sent again under the same id, or for the same day; the fullest, or the last, is used',
  stray: 'record(s) that belong to none of the days that were asked for; they are left out',
  unconverted: 'record(s), or parts of them, that could not be converted; they are left out',
};

/** A warning in the words of the graph: `property` is a field, such as `Night.sleepScore`. */
export function warningEntry({ resource, date, property, reason, count }: DataWarning): object {
  return {
    resource: resourceValue(resource),
    date,
    property: property === null ? null : (fields[property] ?? property),
    count,
    message: `AccessLink sent ${count} ${MESSAGES[reason]}`,
  };
}
