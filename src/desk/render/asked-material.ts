import type { PastRaces } from '../../insight/past.ts';
import type { Manifest } from '../../show/manifest.ts';
import { fail, ok, type Result } from '../../wire/result.ts';
import { readArguments } from '../arguments.ts';
import { feedOf } from '../feed-of.ts';
import type { FeedKinds } from '../feeds/kinds.ts';
import { isPlayable } from '../feeds/open.ts';
import { readText } from '../feeds/replay/read-file.ts';
import { readHistory } from '../history/read.ts';
import { isTape, readTape } from '../tape/read.ts';
import type { RenderArguments } from './arguments.ts';
import type { FrameTimes } from './frame-times.ts';
import { asItWas, asPlayed, type Material } from './material.ts';
import { momentAsked } from './moment.ts';
import { readShow } from './show-file.ts';

export interface AskedMaterial {
  readonly material: Material;
  readonly title: string;
  readonly laps: number | null;
  /** What earlier races have taught; undefined for what the desk has of its own. */
  readonly history: PastRaces | undefined;
  /** What the tape is played with, and what of it is missing: a sentence each. */
  readonly said: readonly string[];
}

/** The tape as a desk would play it, and what is on air on it. */
export function materialOf(
  file: string,
  { show }: Pick<RenderArguments, 'show'>,
  kinds: FeedKinds,
  manifests: ReadonlyMap<string, Manifest>,
): Result<AskedMaterial> {
  const asked = readArguments(['--feed', `replay:${file}`], kinds);
  if (!asked.ok) return asked;
  const opened = feedOf(asked.value, kinds, () => {});
  if (!opened.ok) return opened;
  const { args, feed, said, missing } = opened.value;
  if (!isPlayable(feed)) return fail(`${file} cannot be played.`);
  const history = args.history === null ? ok(null) : readHistory(args.history);
  if (!history.ok) return history;
  const about = { title: feed.title, laps: args.laps, history: history.value?.past, said: [...said, ...missing] };
  if (show !== null) {
    const played = asPlayed(feed);
    const commands = readShow(show, played, manifests);
    return commands.ok ? ok({ ...about, material: { ...played, commands: commands.value } }) : commands;
  }
  const text = readText(file);
  if (!text.ok) return text;
  if (!isTape(text.value))
    return fail(`${file} is a recording, and nothing was on air on it: say what is to be with --show <file>.`);
  const tape = readTape(file, text.value);
  if (!tape.ok) return tape;
  const material = asItWas(file, tape.value, feed);
  return material.ok ? ok({ ...about, material: material.value }) : material;
}

/** As it was written; null is the beginning, or the end. */
interface RenderSpan {
  readonly from: string | null;
  readonly to: string | null;
}

/** The first frame that is asked for, and the first one that is not any more. */
export function spanOf(
  { from, to }: RenderSpan,
  material: Material,
  times: FrameTimes,
): Result<{ readonly from: number; readonly to: number }> {
  const begin = from === null ? ok(0) : momentAsked(from, '--from', material);
  if (!begin.ok) return begin;
  const end = to === null ? ok(material.endMs) : momentAsked(to, '--to', material);
  if (!end.ok) return end;
  const span = { from: times.from(begin.value), to: times.from(end.value) };
  return span.from < span.to ? ok(span) : fail('There is no frame between --from and --to: let --to be the later one.');
}
