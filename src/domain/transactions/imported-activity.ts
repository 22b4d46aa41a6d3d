// The activity of a day as it was imported.
import { durationOfSeconds, secondsOfDuration } from '../../duration.ts';
import type * as Wire from '../../generated/accesslink.ts';
import type * as Graph from '../../generated/graphql.ts';
import type { ImportedItem } from '../../store/contract/imports.ts';
import { dateFromWire, localDateTime, utcDateTime } from '../convert/times.ts';
import type { CollectedActivityParent } from '../parents.ts';
import type { DecodePart } from './imported-parts.ts';
import type { ImportedActivityValue } from './imported-values.ts';

/** By the index that AccessLink gives each zone. */
const ZONES: readonly Graph.ActivityZone[] = ['SLEEP', 'SEDENTARY', 'LIGHT', 'MODERATE', 'VIGOROUS', 'NON_WEAR'];

/** The summary of an item with its series; null when it has no summary. */
export function importedActivityFromWire(
  { id, value, importedAt }: ImportedItem,
  decode: DecodePart,
): CollectedActivityParent | null {
  const { summary, steps, zones } = value as Partial<ImportedActivityValue>;
  const [wire] = decode('Activity', summary);
  if (!wire) return null;
  const durationSeconds = secondsOfDuration(wire.duration);
  return {
    polarActivityId: id,
    polarTransactionId: wire['transaction-id'],
    collectedAt: new Date(importedAt).toISOString(),
    date: dateFromWire(wire.date),
    createdAt: utcDateTime(wire.created),
    energyKcal: wire.calories,
    activeEnergyKcal: wire['active-calories'],
    duration: durationOfSeconds(durationSeconds),
    durationSeconds,
    activeSteps: wire['active-steps'],
    steps: stepsFromWire(decode('ActivityStepSamples', steps)[0]),
    zones: zonesFromWire(decode('ActivityZoneSamples', zones)[0]),
  };
}

function stepsFromWire(wire: Wire.ActivityStepSamples | undefined): Graph.CollectedSteps | null {
  if (!wire) return null;
  return {
    date: dateFromWire(wire.date),
    intervalMinutes: wire.interval,
    samples: wire.samples && withTimes(wire.samples, wire.date).map(([time, { steps }]) => ({ time, steps })),
  };
}

function zonesFromWire(wire: Wire.ActivityZoneSamples | undefined): Graph.CollectedActivityZones | null {
  if (!wire) return null;
  const samples = wire.samples && withTimes(wire.samples, wire.date);
  return {
    date: dateFromWire(wire.date),
    intervalMinutes: wire.interval,
    samples:
      samples &&
      samples.map(([time, sample]) => ({ time, zones: sample['activity-zones']?.map(zoneFromWire) ?? null })),
  };
}

function zoneFromWire({ index, inzone }: Wire.DurationZone): Graph.TimeInActivityZone {
  const inZoneSeconds = secondsOfDuration(inzone);
  return { index, zone: ZONES[index ?? -1] ?? 'UNKNOWN', inZone: durationOfSeconds(inZoneSeconds), inZoneSeconds };
}

/** Samples have the time of day only. One whose time cannot be parsed is skipped. */
function withTimes<S extends { readonly time: string | null }>(
  samples: readonly S[],
  date: string | null,
): [string, S][] {
  return samples.flatMap((sample) => {
    const time = localDateTime(`${date}T${sample.time}`);
    return time === null ? [] : [[time, sample] as [string, S]];
  });
}
