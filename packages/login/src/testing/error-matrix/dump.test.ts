import { test } from 'vitest';
import { writeFileSync } from 'node:fs';
import { setStage } from '../stage.ts';
import { asMet, documentedErrors, inventedError, reaches } from './documented-errors.ts';
import { sites } from './sites.ts';
test('dump', async () => {
  const out: string[] = [];
  for (const site of sites) {
    const groups = new Map<string, string[]>();
    for (const error of [...documentedErrors, inventedError]) {
      if (!reaches(error, site.wire)) continue;
      const stage = setStage({ limits: true });
      const before = await site.before(stage);
      const refused = { kind: 'refused', error: asMet(error) } as const;
      const n0 = stage.telegram.calls.length;
      if (site.plan) site.plan(stage, refused); else stage.telegram.plan(site.method, refused, refused);
      const after = await stage.send(before, site.order);
      const s = after.state as any;
      const calls = stage.telegram.calls.slice(n0).map((c) => c.method).join('>');
      const retry = s.issue?.retryAt ? Math.round((Date.parse(s.issue.retryAt) - stage.clock.now()) / 1000) : null;
      const code = s.issue?.code ?? s.code ?? null;
      const same = code === refused.error.code ? 'SAME' : code;
      const retired = [...stage.vault.dump().retired.values()].map((k) => k.reason).join();
      const rec = [...stage.vault.dump().attempts.values()][0]!;
      const key = JSON.stringify({ step: s.step, code: same, retry, suggest: s.suggest, restart: s.restart, tries: s.triesLeft, calls, retired, intent: rec.intent !== null, text: s.issue?.text ? 1 : 0, stored: s.storedPhoneMasked ? 1 : 0 });
      groups.set(key, [...(groups.get(key) ?? []), `${error.code} ${error.error}[${error.policy}]`]);
    }
    out.push(`== ${site.name}`);
    for (const [k, v] of groups) out.push(`${k}\n      ${v.join(', ')}`);
  }
  writeFileSync('/tmp/dump3.txt', out.join('\n'));
}, 60000);
