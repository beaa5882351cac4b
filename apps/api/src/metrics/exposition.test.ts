import { expect, it } from 'vitest';
import { createRegistry } from './exposition.ts';

it('writes what Prometheus reads: help, type, and one line a series', () => {
  const registry = createRegistry();
  const counter = registry.counter('done_total', 'What was done.');
  counter.add({ outcome: 'ok', by: 'a' });
  counter.add({ by: 'a', outcome: 'ok' });
  counter.add({ outcome: 'say "no"\n\\', by: 'a' });
  const gauge = registry.gauge('waiting', 'What waits.');
  gauge.set([{ labels: { status: 'old' }, value: 9 }]);
  gauge.set([{ labels: {}, value: 2 }]);
  const histogram = registry.histogram('took_seconds', 'How long.', [0.25, 1]);
  for (const seconds of [0.125, 0.25, 0.5, 3]) histogram.observe({ route: '/x' }, seconds);
  expect(registry.text()).toBe(`# HELP done_total What was done.
# TYPE done_total counter
done_total{by="a",outcome="ok"} 2
done_total{outcome="say \\"no\\"\\n\\\\",by="a"} 1
# HELP waiting What waits.
# TYPE waiting gauge
waiting 2
# HELP took_seconds How long.
# TYPE took_seconds histogram
took_seconds_bucket{route="/x",le="0.25"} 2
took_seconds_bucket{route="/x",le="1"} 3
took_seconds_bucket{route="/x",le="+Inf"} 4
took_seconds_sum{route="/x"} 3.875
took_seconds_count{route="/x"} 4
`);
});
