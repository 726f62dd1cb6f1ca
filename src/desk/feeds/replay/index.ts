import type { Result } from '../../../wire/result.ts';
import { isTape } from '../../tape/read.ts';
import type { Playable } from '../feed.ts';
import { readText } from './read-file.ts';
import { openRecording } from './recording.ts';
import { openTape } from './tape.ts';

/** Opens a recording of the organiser or a tape of this desk, gzipped or not. */
export function openReplay(file: string): Result<Playable> {
  const text = readText(file);
  if (!text.ok) return text;
  return isTape(text.value) ? openTape(file, text.value) : openRecording(file, text.value);
}
