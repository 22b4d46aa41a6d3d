// The route of a session.
import type * as Wire from '../../generated/accesslink.ts';
import type * as Graph from '../../generated/graphql.ts';
import { durationOfSeconds } from '../../duration.ts';
import { nullableOf, numbersOf, pickNumbers } from '../../series/column.ts';
import type { Thinning } from '../../series/columns.ts';
import { lazy } from '../../series/lazy.ts';
import { thinnedIndices } from '../../series/thin.ts';
import type { Fields } from '../convert/model.ts';
import type { Keyed } from '../graph/node-keys.ts';

export type RouteModel = Fields<Graph.Route, 'points' | 'columns'>;

/** With its key: the parent of resolvers. */
export type RouteParent = Keyed<RouteModel>;

/** A route whose points were not read. */
export const EMPTY_ROUTE: RouteModel = {
  pointCount: 0,
  points: () => [],
  columns: () => ({ latitudes: [], longitudes: [], offsetSeconds: [] }),
};

/** Points by their properties; NaN is missing. */
interface Track {
  readonly latitudes: Float64Array;
  readonly longitudes: Float64Array;
  readonly offsetSeconds: Float64Array;
  readonly satellites: Float64Array;
  readonly fixes: Float64Array;
}

/** The route; null when there are no points. */
export function routeFromWire(wire: Wire.SampleColumns<Wire.Location> | null): RouteModel | null {
  if (!wire || wire.latitude.length === 0) return null;
  const track = lazy(() => trackFromWire(wire));
  return {
    pointCount: wire.latitude.length,
    points: (args) => pointsOf(thinned(track(), args)),
    columns: (args) => {
      const { latitudes, longitudes, offsetSeconds } = thinned(track(), args);
      return {
        latitudes: nullableOf(latitudes),
        longitudes: nullableOf(longitudes),
        offsetSeconds: nullableOf(offsetSeconds),
      };
    },
  };
}

/** Before the first fix, devices write 0 for both coordinates: a point in the Gulf of Guinea. */
function trackFromWire(wire: Wire.SampleColumns<Wire.Location>): Track {
  const [latitudes, longitudes] = [numbersOf(wire.latitude), numbersOf(wire.longitude)];
  for (let index = 0; index < latitudes.length; index += 1) {
    if (latitudes[index] !== 0 || longitudes[index] !== 0) continue;
    latitudes[index] = Number.NaN;
    longitudes[index] = Number.NaN;
  }
  return {
    latitudes,
    longitudes,
    offsetSeconds: numbersOf(wire.time),
    satellites: numbersOf(wire.satellites),
    fixes: numbersOf(wire.fix),
  };
}

/** Preserves corners: triangles are measured in degrees, whose distortion does not matter for thinning. */
function thinned(track: Track, { maxPoints }: Thinning): Track {
  if (maxPoints === null || maxPoints === undefined) return track;
  const { latitudes, longitudes } = track;
  const x = longitudes.map((longitude) => (Number.isNaN(longitude) ? 0 : longitude));
  const values = latitudes.map((latitude, index) => (Number.isNaN(longitudes[index]) ? Number.NaN : latitude));
  const indices = thinnedIndices({ x, values }, maxPoints);
  return {
    latitudes: pickNumbers(latitudes, indices),
    longitudes: pickNumbers(longitudes, indices),
    offsetSeconds: pickNumbers(track.offsetSeconds, indices),
    satellites: pickNumbers(track.satellites, indices),
    fixes: pickNumbers(track.fixes, indices),
  };
}

function pointsOf(track: Track): Graph.RoutePoint[] {
  const valueAt = (numbers: Float64Array, index: number): number | null => {
    const value = numbers[index] ?? Number.NaN;
    return Number.isNaN(value) ? null : value;
  };
  return Array.from(track.latitudes, (_, index) => {
    const offsetSeconds = valueAt(track.offsetSeconds, index);
    return {
      latitude: valueAt(track.latitudes, index),
      longitude: valueAt(track.longitudes, index),
      offset: durationOfSeconds(offsetSeconds),
      offsetSeconds,
      satellites: valueAt(track.satellites, index),
      fix: valueAt(track.fixes, index),
    };
  });
}
