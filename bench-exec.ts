import { parse, execute as js, isObjectType, buildSchema } from 'graphql';
import { createExecutor } from './src/server/graphql/execute.ts';
import { createRememberedSelections } from './src/server/graphql/execution/remembered-selections.ts';
import { markImmutable, markPure } from './src/domain/convert/immutable.ts';
import { createSchema } from './src/server/graphql/schema.ts';
import { createPrinter } from './src/server/graphql/execution/text.ts';
import { createTimeSlices } from './src/server/graphql/time-slices.ts';
import { systemClock } from './src/system-clock.ts';
const schema = createSchema();
const q = `query($range: DateRange!) { viewer { days(range: $range) { nodes { date
 activity { date startTime endTime activeDurationSeconds activityPercent energyKcal activeEnergyKcal steps distanceMeters stale id }
 night { date startTime endTime sleepScore continuity continuityClass sleepRating lightSleepSeconds deepSleepSeconds remSleepSeconds id
   recharge { date heartRateAvg beatToBeatAvg breathingRateAvg heartRateVariabilityAvg ansCharge ansChargeLevel fetchedAt stale id } } } } } }`;
const qFlat = q.replace(/recharge \{[^}]*\} \}/, '} recharge: night { date startTime endTime sleepScore continuity continuityClass sleepRating lightSleepSeconds deepSleepSeconds remSleepSeconds id }');
const T = (n: string) => (schema.getType(n) as any).getFields();
const age = { fetchedAt: '2026-11-22T06:31:00Z', stale: false };
const mk = (type: string) => (date: string) => {
  const o: any = { nodeKey: date };
  for (const f of Object.values(T(type)) as any[]) {
    const t = String(f.type).replace('!', '');
    const ex: any = { Date: date, LocalDateTime: '2026-11-22T06:31:00', DateTime: '2026-11-22T06:31:00+02:00', Duration: 'PT7H', Int: 77, Float: 12.5, Boolean: false, ID: 'x', ContinuityClass: 'CONTINUOUS', SleepRating: 'WELL', UsualLevel: 'USUAL' };
    if (ex[t] !== undefined) o[f.name] = ex[t];
  }
  delete o.id;
  return markImmutable(Object.assign(o, age));
};
const cache = (f: any) => { const m = new Map(); return (d: string) => { let v = m.get(d); if (!v) m.set(d, v = f(d)); return v; }; };
const [act, night, rech] = ['DailyActivity', 'Night', 'NightlyRecharge'].map((t) => cache(mk(t)));
T('Day').activity.resolve = ({ date }: any) => act!(date);
T('Day').night.resolve = ({ date }: any) => night!(date);
T('Night').recharge.resolve = ({ date }: any) => rech!(date);
for (const t of ['DailyActivity', 'Night', 'NightlyRecharge']) {
  const f = T(t).id;
  f.resolve = markPure(((o: any) => `id ${t} ${o.nodeKey}`) as any);
}
const viewer = () => ({ owner: 'o', polarUserId: null });
const loaders = {};
const context = { viewer, today: { date: '2026-11-22' , latestDate: '2026-11-22', earliestDate: '2026-11-22', latest: '2026-11-22', earliest:'2026-11-22'} as any, loaders } as any;
T('Query' ).viewer.resolve = () => ({});
const slices = createTimeSlices({ clock: systemClock });
const remembered = createRememberedSelections(); const print = createPrinter(remembered);
const plain = createExecutor();
const memo = createExecutor({ remembered, viewerOf: (c: any) => c.viewer().owner });
const memoSlices = createExecutor({ remembered: createRememberedSelections(), viewerOf: (c: any) => c.viewer().owner, slices });
let n = 0;
const vars = () => ({ range: { between: { from: '2026-10-26', to: `2026-11-${22 - (n++ % 3)}` } } });
for (const [name, text] of [['nested', q], ['flat', qFlat]] as const) {
  const document = parse(text);
  const args = () => ({ schema, document, contextValue: { ...context, loaders: {} }, variableValues: vars() });
  const first: any = js(args());
  if (first.errors) { console.log(first.errors.slice(0, 3).map(String)); process.exit(1); }
  const runs: Record<string, () => unknown> = {
    'js+stringify': () => JSON.stringify(js(args())),
    'js': () => js(args()),
    'plan+stringify': () => JSON.stringify(plain.execute(args())),
    'plan': () => plain.execute(args()),
    'memo': () => memo.execute(args()),
    'memo+text': () => print(memo.execute(args())),
    'memo+slices': () => { const a = args(); slices.bind(a.contextValue.loaders, slices.forOperation('p')); return memoSlices.execute(a); },
  };
  const results: Record<string, number[]> = {};
  for (let round = 0; round < 7; round += 1) for (const [k, run] of Object.entries(runs)) {
    const N = round === 0 ? 1500 : 1000;
    await new Promise((r) => setImmediate(r));
    const t = process.cpuUsage();
    for (let i = 0; i < N; i += 1) run();
    const u = process.cpuUsage(t);
    if (round > 1) (results[k] ??= []).push((u.user + u.system) / N);
  }
  console.log(name, JSON.stringify(js(args())).length, Object.fromEntries(Object.entries(results).map(([k, v]) => [k, v.toSorted((a, b) => a - b)[2]!.toFixed(1)])));
}
