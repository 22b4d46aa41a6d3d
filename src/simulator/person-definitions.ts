// The people of the simulator: names, devices, and what is missing of their data.
import { type IsoDate, isoDate } from '../calendar.ts';
import type { Body, Habits, DataGaps, PersonProfile } from './data/person-profile.ts';
import type { WorkoutKind } from './data/workout.ts';

type Derived =
  | 'zone'
  | 'seed'
  | 'since'
  | 'memberId'
  | 'isRegistered'
  | 'club'
  | 'body'
  | 'habits'
  | 'missing'
  | 'runtimeChanges'
  | 'cache';

/** How a person differs from the defaults. */
export type PersonDefinition = Omit<PersonProfile, Derived> & {
  readonly body?: Partial<Body>;
  readonly habits?: Partial<Habits>;
  readonly missing?: Partial<DataGaps>;
  readonly club?: PersonProfile['club'];
  /** Registered by default. */
  readonly isRegistered?: boolean;
  /** A date, or how many days before the simulator starts. */
  readonly since?: IsoDate | number;
};

const BUSY_WEEK: readonly (readonly WorkoutKind[])[] = [
  ['easy-run'],
  ['strength'],
  ['hard-run'],
  ['yoga', 'indoor-cycling'],
  ['strength'],
  ['long-run'],
  ['yoga', 'indoor-cycling'],
];

/** The demo user comes first. */
export const PERSON_DEFINITIONS: readonly PersonDefinition[] = [
  {
    userId: '47110001',
    token: 'simulator-token-aino',
    firstName: 'Aino',
    lastName: 'Virtanen',
    timeZone: 'Europe/Helsinki',
    summary: 'Polar Vantage V3, worn day and night; nothing is missing.',
    device: { name: 'Polar Vantage V3', id: 'A1B2C301' },
    habits: { week: BUSY_WEEK },
  },
  {
    userId: '47110002',
    token: 'simulator-token-liam',
    firstName: 'Liam',
    lastName: 'Carter',
    timeZone: 'America/Los_Angeles',
    summary: 'Polar Pacer Pro, which has no biosensing; goes to bed after midnight.',
    device: { name: 'Polar Pacer Pro', id: 'A1B2C302' },
    body: { gender: 'MALE', birthdate: isoDate('1979-11-02'), weightKg: 81, heightCm: 183, restingHeartRate: 57 },
    habits: { bedtime: 2400, home: { latitude: 34.0194, longitude: -118.4912, altitude: 24 } },
    missing: { biosensing: true },
  },
  {
    userId: '47110003',
    token: 'simulator-token-noor',
    firstName: 'Noor',
    lastName: 'de Vries',
    timeZone: 'Europe/Amsterdam',
    summary: 'Polar Vantage V3, registered ten days before the simulator started; nothing before that.',
    device: { name: 'Polar Vantage V3', id: 'A1B2C303' },
    since: 10,
    habits: { week: BUSY_WEEK, home: { latitude: 52.3584, longitude: 4.8811, altitude: 2 } },
  },
  {
    userId: '47110004',
    token: 'simulator-token-mateo',
    firstName: 'Mateo',
    lastName: 'Ruiz',
    timeZone: 'Europe/Madrid',
    summary:
      'Polar Ignite 3; forgets it some nights, leaves it in a drawer for 8 of every 34 days, sends placeholders.',
    device: { name: 'Polar Ignite 3', id: 'A1B2C304' },
    body: { gender: 'MALE', weightKg: 74, heightCm: 176, usualHrv: 36 },
    habits: { bedtime: -900, movement: 1.3, home: { latitude: 40.4153, longitude: -3.6845, altitude: 650 } },
    missing: { nights: 0.2, away: { days: 8, every: 34 }, biosensing: true, placeholders: 0.3 },
  },
  {
    userId: '9007199254740993',
    token: 'simulator-token-teuea',
    firstName: 'Teuea',
    lastName: 'Tokintekai',
    timeZone: 'Pacific/Kiritimati',
    summary:
      'Polar Unite at UTC+14 with a 64-bit user id; no routes, no sport details, no physical info, no biosensing.',
    device: { name: 'Polar Unite', id: 'A1B2C305' },
    habits: { home: { latitude: 1.872, longitude: -157.43, altitude: 3 } },
    missing: { biosensing: true, route: true, detailedSport: true, physicalInfo: true },
  },
  {
    userId: '47110006',
    token: 'simulator-token-oskar',
    firstName: 'Oskar',
    lastName: 'Lind',
    timeZone: 'Europe/Stockholm',
    summary: 'Polar Grit X2 Pro; withdrew every consent, so every response is 403.',
    device: { name: 'Polar Grit X2 Pro', id: 'A1B2C306' },
    body: { gender: 'MALE' },
    missing: { consent: 'all' },
  },
  {
    userId: '47110007',
    token: 'simulator-token-hana',
    firstName: 'Hana',
    lastName: 'Sato',
    timeZone: 'Asia/Tokyo',
    summary: 'Polar Grit X2 Pro, trains with a club; shares everything but sleep (403).',
    device: { name: 'Polar Grit X2 Pro', id: 'A1B2C307' },
    club: { id: 999, name: 'Sumida River Runners' },
    habits: { home: { latitude: 35.7101, longitude: 139.8107, altitude: 6 } },
    missing: { consent: ['sleep'] },
  },
  {
    userId: '47110008',
    token: 'simulator-token-ravi',
    firstName: 'Ravi',
    lastName: 'Menon',
    timeZone: 'Asia/Kolkata',
    summary: 'Polar M430 at UTC+5:30, never worn in bed: days and exercises, but no night at all.',
    device: { name: 'Polar M430', id: 'A1B2C308' },
    body: { gender: 'MALE', weightKg: 70, heightCm: 174 },
    habits: { home: { latitude: 12.9763, longitude: 77.5929, altitude: 920 } },
    missing: { biosensing: true, nights: 1 },
  },
  {
    userId: '47110009',
    token: 'simulator-token-sofia',
    firstName: 'Sofia',
    lastName: 'Rossi',
    timeZone: 'Europe/Rome',
    summary: 'Polar Vantage M3; consents, but is not registered: every read is 403 until she is.',
    device: { name: 'Polar Vantage M3', id: 'A1B2C309' },
    isRegistered: false,
    habits: { home: { latitude: 41.8947, longitude: 12.4823, altitude: 37 } },
  },
  {
    userId: '47110010',
    token: 'simulator-token-emil',
    firstName: 'Emil',
    lastName: 'Novak',
    timeZone: 'Europe/Prague',
    summary: 'Polar Pacer; has not accepted the mandatory consents, so his registration is 403.',
    device: { name: 'Polar Pacer', id: 'A1B2C310' },
    isRegistered: false,
    body: { gender: 'MALE' },
    missing: { consent: 'all' },
  },
];
