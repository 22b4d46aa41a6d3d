// TCX: a session with its heart rate, distance and position, second by second.
import type { RoutePoint } from '../data/track-summary.ts';
import { type Recording, element, timeAt } from './recording.ts';

export function tcxDocument(recording: Recording): string {
  const { exercise, track } = recording;
  const { average, maximum } = recording.trackSummary;
  const points = Array.from({ length: track.seconds }, (_, second) => pointOf(recording, second));
  const sport = exercise.sport === 'RUNNING' ? 'Running' : exercise.sport === 'CYCLING' ? 'Biking' : 'Other';
  const start = timeAt(recording, 0);
  return `<?xml version="1.0" encoding="UTF-8"?>
<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2">
<Activities>
<Activity Sport="${sport}">
<Id>${start}</Id>
<Lap StartTime="${start}">
${element('TotalTimeSeconds', exercise.workout.milliseconds / 1000)}
${element('DistanceMeters', track.distance?.at(-1) ?? 0)}
${element('Calories', exercise.calories)}
<AverageHeartRateBpm><Value>${average}</Value></AverageHeartRateBpm>
<MaximumHeartRateBpm><Value>${maximum}</Value></MaximumHeartRateBpm>
<Intensity>Active</Intensity>
<TriggerMethod>Manual</TriggerMethod>
<Track>
${points.join('\n')}
</Track>
</Lap>
<Notes>Simulated with a ${recording.device.name}</Notes>
</Activity>
</Activities>
</TrainingCenterDatabase>
`;
}

function pointOf(recording: Recording, second: number): string {
  const { track, route } = recording;
  const rate = track.heartRate[second] ?? null;
  const inside = [
    element('Time', timeAt(recording, second)),
    positionOf(route[second]),
    element('AltitudeMeters', track.altitude?.[second]),
    element('DistanceMeters', track.distance?.[second]),
    rate === null ? '' : `<HeartRateBpm><Value>${rate}</Value></HeartRateBpm>`,
  ];
  return `<Trackpoint>${inside.join('')}</Trackpoint>`;
}

function positionOf(point: RoutePoint | undefined): string {
  if (!point) return '';
  const inside = element('LatitudeDegrees', point.latitude) + element('LongitudeDegrees', point.longitude);
  return element('Position', inside);
}
