// The documented examples as queries with their expected results.
import { expect } from 'vitest';

/** A query on a date for one documented example, and its result. */
export interface Case {
  readonly what: string;
  readonly at: string;
  readonly query: string;
  readonly answer: object;
}

export const cases: readonly Case[] = (
  [
    [
      'user',
      '2025-08-14',
      '{ firstName weightKg extraInfo { name value } }',
      { firstName: 'Eka', weightKg: 66, extraInfo: [{ name: 'number-of-children', value: '2' }] },
    ],
    [
      'exercises',
      '2008-10-14',
      '{ exercises { nodes { polarExerciseId startTime runningIndex sport { code name } heartRateZones { lowerLimit inZoneSeconds } samples { type values } route { points { latitude satellites } } trainingLoad { load cardioLoad } } } }',
      {
        exercises: {
          nodes: [
            {
              polarExerciseId: '2AC312F',
              startTime: '2008-10-13T10:40:02+03:00',
              runningIndex: 51,
              sport: { code: 'WATERSPORTS_WATERSKI', name: 'Water skiing' },
              heartRateZones: [{ lowerLimit: 110, inZoneSeconds: 4 }],
              samples: [{ type: 'SPEED', values: expect.arrayContaining([0, 100, 122]) }],
              route: { points: [{ latitude: 60.21982833, satellites: 4 }] },
              trainingLoad: { load: 143.22, cardioLoad: 1 },
            },
          ],
        },
      },
    ],
    [
      'one exercise',
      '2008-10-14',
      '{ exercise(id: "2AC312F") { device durationSeconds clubName } }',
      { exercise: { device: 'Polar M400', durationSeconds: 9840, clubName: 'Polar Club' } },
    ],
    [
      'daily activity of a day',
      '2025-08-14',
      '{ day(date: "2025-08-13") { activity { steps energyKcal distanceMeters activeDuration samples { steps { time steps } zones { time zone } inactivityStamps } } } }',
      {
        day: {
          activity: {
            steps: 8823,
            energyKcal: 2500,
            distanceMeters: 4590.53,
            activeDuration: 'PT3H11M',
            samples: {
              steps: [{ time: '2025-08-14T00:02:00', steps: 0 }],
              zones: [{ time: '2025-08-14T00:08:30', zone: 'SEDENTARY' }],
              inactivityStamps: ['2022-02-10T16:04:00'],
            },
          },
        },
      },
    ],
    [
      'daily activity of days',
      '2025-08-14',
      '{ days(range: { lastDays: 2 }) { nodes { activity { steps } } } }',
      { days: { nodes: [{ activity: { steps: 8823 } }, { activity: null }] } },
    ],
    [
      'continuous heart rate',
      '2022-09-13',
      '{ days(range: { lastDays: 2 }) { nodes { heartRate { samples { time beatsPerMinute } } } } }',
      {
        days: {
          nodes: [
            {
              heartRate: {
                samples: [
                  { time: '2022-09-12T00:02:08', beatsPerMinute: 63 },
                  { time: '2022-09-12T00:07:08', beatsPerMinute: 62 },
                ],
              },
            },
            { heartRate: null },
          ],
        },
      },
    ],
    [
      'cardio load',
      '2023-01-02',
      '{ days(range: { lastDays: 2 }) { nodes { cardioLoad { status load strain tolerance ratio level { veryHigh } } } } }',
      {
        days: {
          nodes: [
            {
              cardioLoad: {
                status: 'NOT_AVAILABLE',
                load: 0.2,
                strain: 0.3,
                tolerance: 0.4,
                ratio: 0.1,
                level: { veryHigh: 0.1 },
              },
            },
            { cardioLoad: null },
          ],
        },
      },
    ],
    [
      'sleep and recharge',
      '2020-01-02',
      '{ nights(range: { lastDays: 2 }) { nodes { date sleepScore hypnogram { time stage } heartRateSamples { time beatsPerMinute } recharge { ansCharge heartRateVariability { time value } breathingRate { value } } } } }',
      {
        nights: {
          nodes: [
            {
              date: '2020-01-01',
              sleepScore: 80,
              hypnogram: [
                { time: '2020-01-01T00:39:00+03:00', stage: 'LIGHTER_NON_REM' },
                { time: '2020-01-01T00:50:00+03:00', stage: 'LIGHT_NON_REM' },
                { time: '2020-01-01T01:23:00+03:00', stage: 'UNKNOWN' },
              ],
              heartRateSamples: expect.arrayContaining([{ time: '2020-01-01T00:46:00+03:00', beatsPerMinute: 77 }]),
              recharge: {
                ansCharge: 0,
                heartRateVariability: expect.arrayContaining([{ time: '2020-01-01T00:51:00', value: 15 }]),
                breathingRate: [{ value: 13.4 }, { value: 13.5 }, { value: 13.5 }],
              },
            },
          ],
        },
      },
    ],
    [
      'alertness and circadian bedtime',
      '2022-11-21',
      '{ day(date: "2022-11-21") { alertness { grade gradeClassification hours { level } } circadianBedtime { quality } } }',
      {
        day: {
          alertness: { grade: 9.9, gradeClassification: 'STRONG', hours: [{ level: 'LOW' }] },
          circadianBedtime: { quality: 'COMPROMISED' },
        },
      },
    ],
    [
      'biosensing',
      '2023-10-20',
      '{ day(date: "2023-10-20") { biosensing { bodyTemperature { sensorLocation samples { temperatureCelsius } } skinTemperature { temperatureCelsius sleepDate } skinContacts { startTime } ecgTests { testTime averageHeartRate } spo2Tests { testTime bloodOxygenPercent } } } }',
      {
        day: {
          biosensing: {
            bodyTemperature: [{ sensorLocation: 'PROXIMAL', samples: [{ temperatureCelsius: 36.5 }] }],
            skinTemperature: [{ temperatureCelsius: 36.5, sleepDate: '2023-10-20' }],
            skinContacts: [{ startTime: '2023-10-20T04:00:00Z' }],
            ecgTests: [{ testTime: '2023-10-20T10:34:16+03:00', averageHeartRate: 60 }],
            spo2Tests: [{ testTime: '2023-10-20T10:34:16+03:00', bloodOxygenPercent: 95 }],
          },
        },
      },
    ],
  ] satisfies readonly (readonly [what: string, at: string, query: string, answer: object])[]
).map(([what, at, query, answer]) => ({ what, at, query, answer }));
