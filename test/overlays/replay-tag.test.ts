import { expect, it } from 'vitest';
import { manifest } from '../../overlays/replay-tag/manifest.ts';
import { select } from '../../overlays/replay-tag/select.ts';
import { languages } from '../../src/edition/edition.ts';
import { race } from '../support/race.ts';
import { seeing } from './seen.ts';

const tag = seeing(manifest, select);

it('says that this is a replay, in each language, and nothing while none is running', () => {
  const words = languages.map((language) => tag.of(race(), { replay: true, edition: { language } }).words);
  expect(words).toEqual(['Replay', 'Replay', 'Replay', 'Repetición', 'Herhaling']);
  expect(tag.whyNot(race())).toBe('no replay is running');
});
