/** Names and values of a series. Only what is fixed in the code or bounded by it: never an id, a name or a number. */
export type Labels = Record<string, string | number>;

export interface Counter {
  add(labels: Labels): void;
}

export interface Gauge {
  /** Replaces every series. */
  set(series: readonly { labels: Labels; value: number }[]): void;
}

export interface Histogram {
  observe(labels: Labels, seconds: number): void;
}

export interface Registry {
  counter(name: string, help: string): Counter;
  gauge(name: string, help: string): Gauge;
  /** `bounds`: upper ends in seconds, ascending. */
  histogram(name: string, help: string, bounds: readonly number[]): Histogram;
  /** In the text format of Prometheus, version 0.0.4. */
  text(): string;
}

export const contentType = 'text/plain; version=0.0.4; charset=utf-8';

const escaped = (value: string | number) =>
  String(value).replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

const series = (name: string, labels: Labels) => {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${escaped(value)}"`);
  return pairs.length === 0 ? name : `${name}{${pairs.join(',')}}`;
};

/** The same labels are the same series, whatever order they come in. */
const keyOf = (labels: Labels) => JSON.stringify(Object.entries(labels).toSorted());

interface Buckets {
  labels: Labels;
  /** How many were at most as long as each bound. */
  counts: number[];
  count: number;
  sum: number;
}

const bucketLines = (name: string, { labels, counts, count, sum }: Buckets, bounds: readonly number[]) => [
  ...counts.map((value, index) => `${series(`${name}_bucket`, { ...labels, le: bounds[index] ?? 0 })} ${value}`),
  `${series(`${name}_bucket`, { ...labels, le: '+Inf' })} ${count}`,
  `${series(`${name}_sum`, labels)} ${sum}`,
  `${series(`${name}_count`, labels)} ${count}`,
];

/** Measurements of this process, since it was started. */
export const createRegistry = (): Registry => {
  const families: (() => string[])[] = [];
  const family = (kind: string, name: string, help: string, lines: () => string[]) =>
    families.push(() => [`# HELP ${name} ${help}`, `# TYPE ${name} ${kind}`, ...lines()]);

  return {
    counter(name, help) {
      const all = new Map<string, { labels: Labels; value: number }>();
      family('counter', name, help, () => [...all.values()].map((one) => `${series(name, one.labels)} ${one.value}`));
      return {
        add: (labels) => {
          const key = keyOf(labels);
          all.set(key, { labels, value: (all.get(key)?.value ?? 0) + 1 });
        },
      };
    },
    gauge(name, help) {
      let all: readonly { labels: Labels; value: number }[] = [];
      family('gauge', name, help, () => all.map((one) => `${series(name, one.labels)} ${one.value}`));
      return {
        set: (values) => {
          all = values;
        },
      };
    },
    histogram(name, help, bounds) {
      const all = new Map<string, Buckets>();
      family('histogram', name, help, () => [...all.values()].flatMap((one) => bucketLines(name, one, bounds)));
      return {
        observe: (labels, seconds) => {
          const key = keyOf(labels);
          const found = all.get(key) ?? { labels, counts: bounds.map(() => 0), count: 0, sum: 0 };
          const counts = found.counts.map((value, index) => value + (seconds <= (bounds[index] ?? 0) ? 1 : 0));
          all.set(key, { labels, counts, count: found.count + 1, sum: found.sum + seconds });
        },
      };
    },
    text: () => `${families.flatMap((lines) => lines()).join('\n')}\n`,
  };
};
