import { storyWords } from '../../src/edition/story/story-words.ts';
import { teamColors } from '../../src/edition/team-colors.ts';
import type { Color } from '../../src/edition/theme.ts';
import type { Story } from '../../src/insight/story.ts';
import { lookOf } from '../../src/race/jersey-look.ts';
import { jerseyKinds } from '../../src/race/sheet.ts';
import { pennonOf, poleOf } from '../../src/stage/kit/card/card-words.ts';
import type { CardWords } from '../../src/stage/kit/card/painted-card.ts';
import type { JerseyWords } from '../../src/stage/kit/jersey.ts';
import type { PennonWords } from '../../src/stage/kit/pennon.ts';
import { jerseyWords } from '../../src/stage/kit/stack/stack-words.ts';
import { nothing, type Seen, type Select } from '../../src/stage/overlay.ts';

/** Something worth telling, and the mark of who it is about: one of these, or none. */
export interface StoryView extends CardWords {
  readonly text: string;
  readonly jersey: JerseyWords | null;
  readonly kit: readonly [Color, Color] | null;
  readonly pennon: PennonWords | null;
}

export const select: Select<StoryView> = (seen) => {
  const { insight, params, race, edition } = seen;
  const asked = String(params.story).trim();
  if (asked === '') return nothing('no story is chosen: S in control takes the one at the top of the queue');
  const story = insight.stories.find(({ id }) => id === asked);
  if (!story) return nothing(`there is no story "${asked}"`);
  const { title, text } = storyWords(story, race, edition);
  return {
    // What is expected is called so by its title.
    title: { name: title, forecast: story.kind === 'forecast changed' ? title : '' },
    text,
    ...markOf(seen, story),
  };
};

const unmarked = { jersey: null, kit: null, pennon: null, pole: null };

/** The jersey that it is about; the one rider, by what he wears; the group; the first of several riders. */
function markOf(seen: Seen, { jersey, bibs, groups }: Story): Omit<StoryView, 'title' | 'text'> {
  const { sheet } = seen.race;
  if (jersey) return worn(seen, jersey);
  const group = seen.race.groups.find(({ id }) => id === groups[0]);
  const [bib] = bibs;
  if (group && bibs.length !== 1) return { ...unmarked, pennon: pennonOf(seen, group), pole: poleOf(seen, group) };
  const kind = jerseyKinds.find((one) => sheet.jerseys.some((its) => its.kind === one && its.bib === bib));
  if (kind) return worn(seen, kind);
  return { ...unmarked, kit: teamColors(sheet, sheet.riders.get(bib ?? '')?.team ?? '') };
}

const worn = (seen: Seen, kind: (typeof jerseyKinds)[number]): Omit<StoryView, 'title' | 'text'> => ({
  ...unmarked,
  jersey: jerseyWords(seen, [kind])[0] ?? null,
  pole: { kind: 'jersey', look: lookOf(seen.race.sheet, kind) },
});
