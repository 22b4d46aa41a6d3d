// The dictionary of packed values, version 1: what records consist of, each with a number. Values are stored with these numbers,
// so nothing here is ever changed or moved, and nothing is appended: another version is another file, and both are read.

/** Keys of objects, in their order. No key has a comma. */
const shapeTexts = [
  'weight,height,created,modified,birthday,gender,maximum_heart_rate,resting_heart_rate,aerobic_threshold,anaerobic_threshold,vo2_max,weight_source,training_background,typical_day,sleep_goal',
  'date,cardio_load_status,cardio_load,strain,tolerance,cardio_load_ratio,cardio_load_level',
  'very_low,low,medium,high,very-high',
  'id,polar-user,transaction-id,date,created,calories,active-calories,duration,active-steps',
  'start_time,end_time,active_duration,inactive_duration,daily_activity,calories,active_calories,steps,inactivity_alert_count,distance_from_steps,samples',
  'date,steps,activity_zones,inactivity_stamps',
  'interval_ms,total_steps,samples',
  'steps,timestamp',
  'zone,timestamp',
  'date,interval,samples',
  'steps,time',
  'activity-zones,time',
  'index,inzone',
  'id,upload-time,polar-user,transaction-id,device,device-id,start-time,start-time-utc-offset,duration,calories,distance,heart-rate,training-load,sport,has-route,club-id,club-name,detailed-sport-info,fat-percentage,carbohydrate-percentage,protein-percentage,running-index,training-load-pro',
  'average,maximum',
  'date,cardio-load,muscle-load,perceived-load,cardio-load-interpretation,muscle-load-interpretation,perceived-load-interpretation,user-rpe',
  'id,upload_time,polar_user,device,device_id,start_time,start_time_utc_offset,duration,calories,distance,heart_rate,training_load,sport,has_route,club_id,club_name,detailed_sport_info,fat_percentage,carbohydrate_percentage,protein_percentage,running-index,heart_rate_zones,samples,route,training_load_pro',
  'index,lower-limit,upper-limit,in-zone',
  'recording-rate,sample-type,data',
  'latitude,longitude,time,satellites,fix',
  'id,transaction-id,created,polar-user,weight,height,maximum-heart-rate,resting-heart-rate,aerobic-threshold,anaerobic-threshold,vo2-max,weight-source',
  'transaction-id,resource-uri',
  'polar-user-id,member-id,registration-date,first-name,last-name,birthdate,gender,weight,height,extra-info',
  'value,index,name',
  'polar_user,date,sleep_start_time,sleep_end_time,device_id,continuity,continuity_class,light_sleep,deep_sleep,rem_sleep,unrecognized_sleep_stage,sleep_score,total_interruption_duration,sleep_charge,sleep_goal,sleep_rating,short_interruption_duration,long_interruption_duration,sleep_cycles,group_duration_score,group_solidity_score,group_regeneration_score,hypnogram,heart_rate_samples',
  'date,start_time,end_time',
  'polar_user,date,heart_rate_avg,beat_to_beat_avg,heart_rate_variability_avg,breathing_rate_avg,nightly_recharge_status,ans_charge,ans_charge_status,hrv_samples,breathing_samples',
  'polar_user,date,heart_rate_samples',
  'heart_rate,sample_time',
  'grade,grade_validity_seconds,grade_type,grade_classification,validity,sleep_inertia,sleep_type,result_type,period_start_time,period_end_time,sleep_period_start_time,sleep_period_end_time,sleep_timezone_offset_minutes,hourly_data',
  'validity,alertness_level,start_time,end_time',
  'validity,quality,result_type,period_start_time,period_end_time,preferred_sleep_period_start_time,preferred_sleep_period_end_time,sleep_gate_start_time,sleep_gate_end_time,sleep_timezone_offset_minutes',
  'source_device_id,measurement_type,sensor_location,start_time,end_time,modified_time,samples',
  'temperature_celsius,recording_time_delta_milliseconds',
  'sleep_time_skin_temperature_celsius,deviation_from_baseline_celsius,sleep_date',
  'source_device_id,start_time,end_time,modified_time,skin_contact_changes',
  'skin_contact,recording_time_delta_milliseconds',
  'source_device_id,test_time,time_zone_offset,average_heart_rate_bpm,heart_rate_variability_ms,heart_rate_variability_level,rri_ms,pulse_transit_time_systolic_ms,pulse_transit_time_diastolic_ms,pulse_transit_time_quality_index,samples,quality_measurements',
  'recording_time_delta_ms,amplitude_mv',
  'recording_time_delta_ms,quality_level',
  'source_device_id,test_time,time_zone_offset,test_status,blood_oxygen_percent,spo2_class,spo2_value_deviation_from_baseline,spo2_quality_average_percent,average_heart_rate_bpm,heart_rate_variability_ms,spo2_hrv_deviation_from_baseline,altitude_meters',
  'recording_time_delta,heart_rate',
  'steps,timestamp',
  'timestamp,zone',
];

/** Texts that are often a whole value: at most 96. */
const words = [
  '',
  'DETRAINING',
  'MAINTAINING',
  'PRODUCTIVE',
  'OVERREACHING',
  'LOAD_STATUS_NOT_AVAILABLE',
  'VERY_LOW',
  'LOW',
  'MEDIUM',
  'HIGH',
  'VERY_HIGH',
  'NOT_AVAILABLE',
  'SLEEP',
  'SEDENTARY',
  'LIGHT',
  'MODERATE',
  'VIGOROUS',
  'NON_WEAR',
  'PRIMARY',
  'SECONDARY',
  'OTHER',
  'RUNNING',
  'WALKING',
  'STRONG',
  'WEAK',
  'USUAL',
  'PREDICTION',
  'MINIMAL',
  'COMPROMISED',
  'PASSED',
  'MALE',
  'FEMALE',
];

/** Texts that many values begin with; a value that begins with one of them is not long. */
const prefixes = [
  'https://www.polaraccesslink/v3/users/',
  'https://www.polaraccesslink.com/v3/users/',
  'https://polaraccesslink.com/v3/users/',
];

/** An object that has just these keys, in this order. */
export interface Shape {
  readonly id: number;
  readonly keys: readonly string[];
}

const shapes = shapeTexts.map((text, id): Shape => ({ id, keys: text.split(',') }));

export const dictionary = {
  shapes,
  shapeOf: new Map(shapes.map((shape) => [shape.keys.join(), shape])),
  words,
  wordOf: new Map(words.map((word, id) => [word, id])),
  prefixes,
};
