import type { Result } from '../../../wire/result.ts';
import { isTape } from '../../tape/read.ts';
import type { FeedKind, ParserOf, Playable } from '../feed.ts';
import { readText } from './read-file.ts';
import { openRecording } from './recording.ts';
import { openTape } from './tape.ts';

export default {
  name: 'replay',
  takes: '<file>',
  help: 'a recording of the organiser, or a tape of this desk, gzipped or not',
  isLive: false,
  parser: null,
  open: ({ argument, parserOf }) => openReplay(argument, parserOf),
} satisfies FeedKind;

/** Opens a recording of the organiser or a tape of this desk, gzipped or not. */
export function openReplay(file: string, parserOf: ParserOf): Result<Playable> {
  const text = readText(file);
  if (!text.ok) return text;
  return isTape(text.value) ? openTape(file, text.value, parserOf) : openRecording(file, text.value);
}
