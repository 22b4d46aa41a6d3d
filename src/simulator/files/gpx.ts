// GPX 1.1: the route of a session, point by point.
import { type Recording, element, timeAt } from './recording.ts';

const PAUSE = '|';

/** Seconds without a signal count as pauses: unless they are included, they are omitted and followed by a new segment. */
export function gpxDocument(recording: Recording, isPauseIncluded: boolean): string {
  const { track, route } = recording;
  const points = route.map(({ latitude, longitude, at }) => {
    const isPause = !isPauseIncluded && track.heartRate[at] === null;
    const inside = element('ele', track.altitude?.[at]) + element('time', timeAt(recording, at));
    return isPause ? PAUSE : `<trkpt lat="${latitude}" lon="${longitude}">${inside}</trkpt>\n`;
  });
  const segments = points
    .join('')
    .split(PAUSE)
    .filter((segment) => segment !== '');
  const tracks = segments.map((segment) => `<trkseg>\n${segment}</trkseg>\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<gpx xmlns="http://www.topografix.com/GPX/1/1" version="1.1" creator="${recording.device.name}">
<metadata>${element('time', timeAt(recording, 0))}</metadata>
<trk>
${tracks.join('')}</trk>
</gpx>
`;
}
