import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

/** A PATH on which `ffmpeg` is a program of ours: `words` is what it was asked, `fs` the disk. */
export function ffmpegStandIn(code: string): string {
  const bin = mkdtempSync(join(tmpdir(), 'ardoise-bin-'));
  const program = `#!${process.execPath}\nconst words = process.argv.slice(2); const fs = require('fs');\n${code}\n`;
  writeFileSync(join(bin, 'ffmpeg'), program);
  chmodSync(join(bin, 'ffmpeg'), 0o755);
  return [bin, dirname(process.execPath)].join(delimiter);
}
