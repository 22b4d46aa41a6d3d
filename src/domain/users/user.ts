// What AccessLink knows about a registered person.
import type * as Wire from '../../generated/accesslink.ts';
import type * as Graph from '../../generated/graphql.ts';
import { enumFromWire } from '../convert/enums.ts';
import { dateFromWire, utcDateTime } from '../convert/times.ts';

/** The fields of a user that come with the user's own record. */
export type UserRecord = Pick<
  Graph.User,
  | 'polarUserId'
  | 'memberId'
  | 'registeredAt'
  | 'firstName'
  | 'lastName'
  | 'birthdate'
  | 'gender'
  | 'weightKg'
  | 'heightCm'
  | 'extraInfo'
>;

const GENDERS: readonly Graph.Gender[] = ['MALE', 'FEMALE'];

/** The person's own record. */
export function userFromWire(wire: Wire.User): UserRecord {
  return {
    polarUserId: wire['polar-user-id'],
    memberId: wire['member-id'],
    registeredAt: utcDateTime(wire['registration-date']),
    firstName: wire['first-name'],
    lastName: wire['last-name'],
    birthdate: dateFromWire(wire.birthdate),
    gender: enumFromWire(wire.gender, '', GENDERS),
    weightKg: wire.weight,
    heightCm: wire.height,
    extraInfo: wire['extra-info'],
  };
}
