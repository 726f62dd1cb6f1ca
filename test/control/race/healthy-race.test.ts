import { expect, it } from 'vitest';
import { healthLines, lampOf } from '../../../src/control/race/health-lines.ts';
import { simulation } from '../../../src/desk/feeds/simulation/index.ts';
import { createIntake } from '../../../src/desk/intake.ts';
import { createNotices } from '../../../src/desk/notices.ts';
import { fakeLink } from '../fake-link.ts';

/** The first hours come with one frame in ten, from the last climb on with all of them. Between two looks at the lamp: it is the same for a while, and the whole day is to be seen. */
const LOOK_MS = 20_000;

it('the lamp is green through all five hours of the built-in race', () => {
  const feed = simulation({ seed: 1 });
  const notices = createNotices(() => {});
  const intake = createIntake({ source: feed, notices, wallMs: null });
  const seen = new Map<string, number>();
  let lookedMs = feed.span.fromMs;
  for (const input of feed.play(feed.startMs)) {
    intake.take(input);
    if (input.atMs < lookedMs + LOOK_MS) continue;
    lookedMs = input.atMs;
    intake.advance(lookedMs);
    const race = intake.race(lookedMs);
    if (!race) continue;
    const desk = { feed: feed.title, span: feed.span, busy: false, joins: false, notices: notices.list() };
    const replica = fakeLink({ race, desk, quarantine: race.health.quarantine }).replica();
    const { level, label, words } = lampOf(replica, healthLines(replica, lookedMs));
    const said = `${level} ${label}: ${level === 'good' ? words : `${words}, ${new Date(lookedMs).toISOString()}`}`;
    seen.set(said, (seen.get(said) ?? 0) + 1);
  }
  expect([...seen.keys()]).toEqual(['good : All is well']);
  expect(seen.get('good : All is well')).toBeGreaterThan(800);
});
