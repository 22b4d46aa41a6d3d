// How much a run tries: `npm test` enough to find what breaks, `npm run test:long` as much as there is time for.

/** Whether this is `npm run test:long`. */
export const isLong = process.env['LONG'] === '1';

/** How often processes are killed: everywhere and at every moment in the long form. */
export const KILLS = isLong ? 100 : 6;
