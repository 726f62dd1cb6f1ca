import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withBroughtAlong } from '../../src/desk/brought-along.ts';
import type { Parse } from '../../src/desk/feeds/feed.ts';
import { readRules } from '../../src/desk/rules.ts';
import { sheet } from '../support/race.ts';

const file = (content: string): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'ardoise-rules-')), 'own.json');
  writeFileSync(path, content);
  return path;
};

const errorOf = (text: string): string => {
  const rules = readRules(text);
  return rules.ok ? 'nothing is wrong' : rules.error;
};

describe('the rules of a race', () => {
  it('are a preset by name', () => {
    expect(readRules('tour-2025')).toMatchObject({ ok: true, value: { name: 'Tour de France 2025' } });
    expect(errorOf('tour-1903')).toMatch(/no preset "tour-1903"; known are neutral, /);
  });

  it('are a file with figures of its own over a preset', () => {
    const own = file('{"preset": "tour-2025", "own": {"bonusS": {"sprint": [3, 2, 1]}}}');
    expect(readRules(own)).toMatchObject({ ok: true, value: { bonusS: { sprint: [3, 2, 1] } } });
  });

  it('are refused with the path of what is wrong', () => {
    expect(errorOf(file('{"preset": "tour-2025", "own": {"bonusS": {"finsh": []}}}'))).toMatch(
      /rules\.bonusS\.finsh: unknown field; known are finish/,
    );
    expect(errorOf(file('{"preset":'))).toMatch(/is not JSON/);
    expect(errorOf('nowhere.json')).toMatch(/nowhere\.json cannot be read/);
  });

  it('win over those of the feed', () => {
    const rules = readRules('giro-2025');
    if (!rules.ok) throw new Error(rules.error);
    const parse: Parse = () => ({ events: [{ kind: 'sheet', sheet: sheet() }], faults: [] });
    const read = withBroughtAlong(
      () => parse,
      { rules: rules.value },
      () => {},
    )();
    expect(read({ feed: 'test', topic: 'sheet', text: '' }).events).toMatchObject([
      { sheet: { rules: { name: rules.value.name } } },
    ]);
  });
});
