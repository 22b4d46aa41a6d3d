// Temperatures, skin contact, ECG and blood oxygen as JSON.
import type { Contact, NightTemperature, Period, Temperature } from '../data/temperatures.ts';
import type { EcgTest, Spo2Test } from '../data/wrist-tests.ts';
import { type Dialect, type Json, naiveTime } from './spelling.ts';

/** One period of `/v3/users/biosensing/bodytemperature`, UTC without an offset. */
export function bodyTemperatureJson(period: Period<Temperature>, deviceId: string): Json {
  return {
    source_device_id: deviceId,
    measurement_type: 'TM_SKIN_TEMPERATURE',
    sensor_location: 'SL_DISTAL',
    ...timesJson(period),
    samples: period.samples.map(({ at, celsius }) => ({
      temperature_celsius: celsius,
      recording_time_delta_milliseconds: at,
    })),
  };
}

/** One night of `/v3/users/biosensing/skintemperature`. */
export function skinTemperatureJson(night: NightTemperature): Json {
  return {
    sleep_time_skin_temperature_celsius: night.celsius,
    deviation_from_baseline_celsius: night.deviation,
    sleep_date: night.date,
  };
}

/** One period of `/v3/users/biosensing/skincontacts`, UTC without an offset. */
export function skinContactJson(period: Period<Contact>, deviceId: string): Json {
  return {
    source_device_id: deviceId,
    ...timesJson(period),
    skin_contact_changes: period.samples.map(({ at, isTouching }) => ({
      skin_contact: isTouching,
      recording_time_delta_milliseconds: at,
    })),
  };
}

/** One test of `/v3/users/biosensing/ecg`. */
export function ecgJson(test: EcgTest, deviceId: string, dialect: Dialect): Json {
  return {
    source_device_id: deviceId,
    test_time: testTime(test.time, dialect),
    time_zone_offset: test.offsetMinutes,
    average_heart_rate_bpm: test.heartRate,
    heart_rate_variability_ms: test.variability,
    heart_rate_variability_level: test.variabilityLevel,
    rri_ms: test.beatInterval,
    pulse_transit_time_systolic_ms: test.systolic,
    pulse_transit_time_diastolic_ms: test.diastolic,
    pulse_transit_time_quality_index: test.transitQuality,
    samples: test.samples.map(({ at, millivolts }) => ({ recording_time_delta_ms: at, amplitude_mv: millivolts })),
    quality_measurements: test.qualities.map(({ at, level }) => ({
      recording_time_delta_ms: at,
      quality_level: level,
    })),
  };
}

/** One test of `/v3/users/biosensing/spo2`. */
export function spo2Json(test: Spo2Test, deviceId: string, dialect: Dialect): Json {
  return {
    source_device_id: deviceId,
    test_time: testTime(test.time, dialect),
    time_zone_offset: test.offsetMinutes,
    test_status: 'SPO2_TEST_PASSED',
    blood_oxygen_percent: test.percent,
    spo2_class: test.oxygenClass,
    spo2_value_deviation_from_baseline: test.oxygenDeviation,
    spo2_quality_average_percent: test.quality,
    average_heart_rate_bpm: test.heartRate,
    heart_rate_variability_ms: test.variability,
    spo2_hrv_deviation_from_baseline: test.variabilityDeviation,
    altitude_meters: test.altitude,
  };
}

function timesJson({ start, end, modified }: Period<unknown>): Json {
  return { start_time: naiveTime(start), end_time: naiveTime(end), modified_time: naiveTime(modified) };
}

/** The documented example is in seconds, live clients read milliseconds. */
function testTime(seconds: number, dialect: Dialect): number {
  return dialect === 'live' ? seconds * 1000 : seconds;
}
