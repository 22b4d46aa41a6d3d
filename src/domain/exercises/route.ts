// The route of a session.
import type * as Wire from '../../generated/accesslink.ts';
import type * as Graph from '../../generated/graphql.ts';
import { durationOfSeconds, secondsOfDuration } from '../../duration.ts';
import { pick, type Thinning } from '../../series/columns.ts';
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

/** The route; null when there are no points. */
export function routeFromWire(wire: readonly Wire.Location[] | null): RouteModel | null {
  if (!wire || wire.length === 0) return null;
  const located = lazy(() => wire.map(locatedFromWire));
  return {
    pointCount: wire.length,
    points: (args) => thinned(located(), args).map(pointFromWire),
    columns: (args) => columnsFromWire(thinned(located(), args)),
  };
}

/** Before the first fix, devices write 0 for both coordinates: a point in the Gulf of Guinea. */
function locatedFromWire(wire: Wire.Location): Wire.Location {
  return wire.latitude === 0 && wire.longitude === 0 ? { ...wire, latitude: null, longitude: null } : wire;
}

/** Preserves corners: triangles are measured in degrees, whose distortion does not matter for thinning. */
function thinned(wire: readonly Wire.Location[], { maxPoints }: Thinning): readonly Wire.Location[] {
  if (maxPoints === null || maxPoints === undefined) return wire;
  const x = wire.map(({ longitude }) => longitude ?? 0);
  const values = wire.map(({ latitude, longitude }) => (longitude === null ? null : latitude));
  return pick(wire, thinnedIndices({ x, values }, maxPoints));
}

function pointFromWire(wire: Wire.Location): Graph.RoutePoint {
  const offsetSeconds = secondsOfDuration(wire.time);
  return {
    latitude: wire.latitude,
    longitude: wire.longitude,
    offset: durationOfSeconds(offsetSeconds),
    offsetSeconds,
    satellites: wire.satellites,
    fix: wire.fix,
  };
}

function columnsFromWire(wire: readonly Wire.Location[]): Graph.RouteColumns {
  return {
    latitudes: wire.map(({ latitude }) => latitude),
    longitudes: wire.map(({ longitude }) => longitude),
    offsetSeconds: wire.map(({ time }) => secondsOfDuration(time)),
  };
}
