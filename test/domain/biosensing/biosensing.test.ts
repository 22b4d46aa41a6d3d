import { describe, expect, it } from 'vitest';
import { bodyTemperatureFromWire } from '../../../src/domain/biosensing/body-temperature.ts';
import { ecgTestFromWire } from '../../../src/domain/biosensing/ecg-test.ts';
import { skinContactFromWire } from '../../../src/domain/biosensing/skin-contact.ts';
import { spo2TestFromWire } from '../../../src/domain/biosensing/spo2-test.ts';
import { documented, recordOf } from '../documented.ts';

describe('the time of a test', () => {
  const ecg = documented('EcgTestResult', '/v3/users/biosensing/ecg');

  it('is read as seconds or milliseconds by its size, and shown by the clock of the person', () => {
    const time = '2023-10-20T10:34:16+03:00';
    expect(ecgTestFromWire(ecg).testTime).toBe(time);
    expect(ecgTestFromWire({ ...ecg, test_time: 1_697_787_256_000 }).testTime).toBe(time);
    expect(spo2TestFromWire(documented('Spo2TestResult', '/v3/users/biosensing/spo2')).testTime).toBe(time);
  });

  it('is in UTC without an offset, and null without a time', () => {
    expect(ecgTestFromWire({ ...ecg, time_zone_offset: null }).testTime).toBe('2023-10-20T07:34:16Z');
    expect(ecgTestFromWire({ ...ecg, test_time: null }).testTime).toBeNull();
  });
});

describe('a blood oxygen test', () => {
  const test = { blood_oxygen_percent: 97, spo2_class: 'SPO2_CLASS_NORMAL', average_heart_rate_bpm: 60 };
  const resultOf = (status: string | null) => {
    const { bloodOxygenPercent, bloodOxygenClass, bloodOxygenDeviation, averageHeartRate } = spo2TestFromWire(
      recordOf('Spo2TestResult', {
        ...test,
        spo2_value_deviation_from_baseline: 'DEVIATION_USUAL',
        test_status: status,
      }),
    );
    return [bloodOxygenPercent, bloodOxygenClass, bloodOxygenDeviation, averageHeartRate];
  };

  it.each(['SPO2_TEST_PASSED', 'SPO2_TEST_NEWER', null])('with the status %s has a result', (status) => {
    expect(resultOf(status)).toEqual([97, 'NORMAL', 'USUAL', 60]);
  });

  it.each([
    'SPO2_TEST_INCONCLUSIVE_TOO_LOW_QUALITY_IN_SAMPLES',
    'SPO2_TEST_INCONCLUSIVE_TOO_LOW_OVERALL_QUALITY',
    'SPO2_TEST_INCONCLUSIVE_TOO_MANY_MISSING_SAMPLES',
    'spo2_test_inconclusive_for_a_newer_reason',
    'SPO2_TEST_FAILED',
  ])('with the status %s has none, and keeps what else was measured', (status) => {
    expect(resultOf(status)).toEqual([null, null, null, 60]);
  });
});

it('counts the ECG in seconds from the start', () => {
  const test = ecgTestFromWire(documented('EcgTestResult', '/v3/users/biosensing/ecg'));
  expect(test.samples({})).toEqual([{ offsetSeconds: 0.123, amplitudeMv: 0.1 }]);
  expect(test.columns({})).toEqual({ offsetSeconds: [0.123], values: [0.1] });
  expect(test.qualityMeasurements({})).toEqual([{ offsetSeconds: 0.123, quality: 'HIGH' }]);
  expect(test.heartRateVariabilityLevel).toBe('NO_BASELINE');
});

it('tells when each temperature was measured', () => {
  const body = documented('BodyTemperaturePeriod', '/v3/users/biosensing/bodytemperature');
  const period = bodyTemperatureFromWire(body);
  expect(period).toMatchObject({ measurementType: 'CORE_TEMPERATURE', sensorLocation: 'PROXIMAL' });
  expect(period.samples({})).toEqual([
    { offsetSeconds: 0.123, time: '2023-10-20T04:00:00.123Z', temperatureCelsius: 36.5 },
  ]);
  expect(bodyTemperatureFromWire({ ...body, start_time: null }).samples({})?.[0]?.time).toBeNull();
});

it('tells when skin contact changed, and leaves out what has no time', () => {
  const period = skinContactFromWire(
    recordOf('SkinContactPeriod', {
      start_time: '2023-10-20T04:00:00',
      skin_contact_changes: [{ skin_contact: true, recording_time_delta_milliseconds: 1000 }, { skin_contact: false }],
    }),
  );
  expect(period.changes({})).toEqual([{ offsetSeconds: 1, time: '2023-10-20T04:00:01Z', contact: true }]);
});
