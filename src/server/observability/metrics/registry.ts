// The metrics in a registry of prom-client, one object a definition, each label guarded.
import { AggregatorRegistry, collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { type LabelName, METRICS, type MetricDefinition, type MetricName } from './definitions.ts';
import { createLabelGuard } from './label-guard.ts';

type Labels = Readonly<Partial<Record<LabelName, string>>>;

/** The metrics as they are recorded. */
export interface Recorder {
  readonly count: (name: MetricName, labels?: Labels, by?: number) => void;
  readonly time: (name: MetricName, seconds: number, labels?: Labels) => void;
  /** Null: the gauge is absent. */
  readonly set: (name: MetricName, value: number | null, labels?: Labels) => void;
  /** In Prometheus' text format, with those of other processes. */
  readonly render: (others: readonly ProcessMetrics[]) => Promise<string>;
  /** Of this process alone, for another one to render. */
  readonly read: () => Promise<ProcessMetrics>;
  readonly contentType: string;
}

/** The metrics of a process as data. */
export type ProcessMetrics = readonly object[];

/** From what a cache answers to what AccessLink takes at most. */
const BUCKETS_SECONDS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15, 30, 60];

/** A recorder whose metrics are all zero or absent, with those of the process: memory, CPU, event loop, descriptors. */
export function createRecorder(worker: number | null): Recorder {
  const registry = new Registry();
  if (worker !== null) registry.setDefaultLabels({ worker });
  collectDefaultMetrics({ register: registry });
  const guard = createLabelGuard();
  const guarded = (labels: Labels) =>
    Object.fromEntries(Object.entries(labels).map(([name, value]) => [name, guard(name as LabelName, value)]));
  const names = Object.keys(METRICS) as MetricName[];
  const metrics = new Map(names.map((name) => [name, createMetric(name, registry)]));
  return {
    count: (name, labels = {}, by = 1) => {
      const metric = metrics.get(name);
      if (metric instanceof Counter) metric.inc(guarded(labels), by);
    },
    time: (name, seconds, labels = {}) => {
      const metric = metrics.get(name);
      if (metric instanceof Histogram) metric.observe(guarded(labels), seconds);
    },
    set: (name, value, labels = {}) => {
      const metric = metrics.get(name);
      if (!(metric instanceof Gauge)) return;
      if (value === null) metric.remove(guarded(labels));
      else metric.set(guarded(labels), value);
    },
    render: async (others) =>
      others.length === 0 ? registry.metrics() : merged([await registry.getMetricsAsJSON(), ...others]).metrics(),
    read: () => registry.getMetricsAsJSON(),
    contentType: registry.contentType,
  };
}

function createMetric(name: MetricName, registry: Registry): Counter | Gauge | Histogram {
  const { type, help, labels }: MetricDefinition = METRICS[name];
  const configuration = { name, help, labelNames: [...labels], registers: [registry] };
  if (type === 'counter') return new Counter(configuration);
  if (type === 'gauge') return new Gauge(configuration);
  return new Histogram({ ...configuration, buckets: BUCKETS_SECONDS });
}

/** Nothing is summed up: the labels of each process are its own. */
function merged(all: readonly ProcessMetrics[]): Registry {
  return AggregatorRegistry.aggregate(all.map((metrics) => [...metrics]));
}
