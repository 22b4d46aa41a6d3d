// A collected summary of a day.
import { decodeRecords } from '../../accesslink/decode.ts';
import { durationOfSeconds, secondsOfDuration } from '../../duration.ts';
import type * as Wire from '../../generated/accesslink.ts';
import type * as Graph from '../../generated/graphql.ts';
import type { ImportedItem } from '../../store/contract/deliveries.ts';
import { dateFromWire, localDateTime, utcDateTime } from '../convert/times.ts';
import type { ImportedActivityValue } from './imported-values.ts';

/** AccessLink's numbers of the zones. */
const ZONES: readonly Graph.ActivityZone[] = ['SLEEP', 'SEDENTARY', 'LIGHT', 'MODERATE', 'VIGOROUS', 'NON_WEAR'];

/** The summary with its series. */
export function importedActivity({
  id,
  value,
  importedAt: collectedAt,
}: ImportedItem): Graph.CollectedActivity | Error {
  const { summary, steps, zones } = value as Partial<ImportedActivityValue>;
  const [wire] = decodeRecords('Activity', summary).records;
  if (!wire) return new Error('Cannot read a collected activity: it has no summary');
  const durationSeconds = secondsOfDuration(wire.duration);
  return {
    polarActivityId: id,
    polarTransactionId: wire['transaction-id'],
    collectedAt: new Date(collectedAt).toISOString(),
    date: dateFromWire(wire.date),
    createdAt: utcDateTime(wire.created),
    energyKcal: wire.calories,
    activeEnergyKcal: wire['active-calories'],
    duration: durationOfSeconds(durationSeconds),
    durationSeconds,
    activeSteps: wire['active-steps'],
    steps: stepsOf(decodeRecords('ActivityStepSamples', steps ?? undefined).records[0]),
    zones: zonesOf(decodeRecords('ActivityZoneSamples', zones ?? undefined).records[0]),
  };
}

function stepsOf(wire: Wire.ActivityStepSamples | undefined): Graph.CollectedSteps | null {
  if (!wire) return null;
  return {
    date: dateFromWire(wire.date),
    intervalMinutes: wire.interval,
    samples: wire.samples && timed(wire.samples, wire.date).map(([time, { steps }]) => ({ time, steps })),
  };
}

function zonesOf(wire: Wire.ActivityZoneSamples | undefined): Graph.CollectedActivityZones | null {
  if (!wire) return null;
  const samples = wire.samples && timed(wire.samples, wire.date);
  return {
    date: dateFromWire(wire.date),
    intervalMinutes: wire.interval,
    samples:
      samples && samples.map(([time, sample]) => ({ time, zones: sample['activity-zones']?.map(inZone) ?? null })),
  };
}

function inZone({ index, inzone }: Wire.DurationZone): Graph.TimeInActivityZone {
  const inZoneSeconds = secondsOfDuration(inzone);
  return { index, zone: ZONES[index ?? -1] ?? 'UNKNOWN', inZone: durationOfSeconds(inZoneSeconds), inZoneSeconds };
}

/** Samples carry the time of day only. One whose time cannot be read is left out: nobody could place it. */
function timed<S extends { readonly time: string | null }>(samples: readonly S[], date: string | null): [string, S][] {
  return samples.flatMap((sample) => {
    const time = localDateTime(`${date}T${sample.time}`);
    return time === null ? [] : [[time, sample] as [string, S]];
  });
}
