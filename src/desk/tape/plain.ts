import { ok, type Result } from '../../wire/result.ts';
import { readText } from '../feeds/replay/read-file.ts';
import { ANEW, createUnpacker } from './pack/pack.ts';

/** A tape as lines of JSON, as they were before they were packed. What cannot be read stands as it is. */
export function plainTape(file: string): Result<string> {
  const text = readText(file);
  if (!text.ok) return text;
  const unpacked = createUnpacker();
  const lines = text.value.split('\n').flatMap((line) => {
    const plain = unpacked(line) ?? line;
    return line === ANEW ? [] : [plain];
  });
  return ok(lines.join('\n'));
}
