import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createNotices } from '../../../src/desk/notices.ts';
import { addHolder, firstTokens, readHolders, removeHolder, tokenFileIn } from '../../../src/desk/tokens/token-file.ts';
import { openTokens } from '../../../src/desk/tokens/tokens.ts';
import type { Result } from '../../../src/wire/result.ts';

const newFile = () => tokenFileIn(join(mkdtempSync(join(tmpdir(), 'ardoise-tokens-')), 'tapes'));
function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

describe('tokens', () => {
  it('are kept as what cannot be turned back, readable by their owner alone', () => {
    const file = newFile();
    const made = value(firstTokens(file));
    expect(made.map(({ trust }) => trust)).toEqual(['engineer', 'operator', 'viewer', 'output', 'source']);
    const text = readFileSync(file, 'utf8');
    for (const { token } of made) {
      expect(token).toMatch(/^ard_[\w-]{27}$/);
      expect(text).not.toContain(token);
    }
    expect(new Set(made.map(({ token }) => token)).size).toBe(5);
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(value(firstTokens(file))).toEqual([]);
  });

  it('are found by the token, and by nothing else that is in the file', () => {
    const file = newFile();
    const token = value(addHolder(file, 'operator', 'Ana'));
    const tokens = openTokens(
      file,
      createNotices(() => {}),
    );
    expect(tokens.holder(token)).toMatchObject({ name: 'Ana', trust: 'operator' });
    const [held] = value(readHolders(file));
    for (const other of ['', token.slice(0, -1), `${token} `, held?.hash ?? '', 'Ana', 'x'.repeat(1e6)])
      expect(tokens.holder(other)).toBeNull();
  });

  it('come and go while the desk runs', () => {
    const file = newFile();
    const tokens = openTokens(
      file,
      createNotices(() => {}),
    );
    const token = value(addHolder(file, 'viewer', 'Press room'));
    tokens.look();
    const holder = tokens.holder(token);
    expect(holder?.trust).toBe('viewer');
    expect(addHolder(file, 'viewer', 'press ROOM').ok).toBe(false);
    value(removeHolder(file, 'Press Room'));
    tokens.look();
    expect(tokens.holder(token)).toBeNull();
    expect(tokens.isHeld(holder!)).toBe(false);
    expect(removeHolder(file, 'Press Room').ok).toBe(false);
  });

  it('are nobody’s while their file cannot be read, and the desk says so', () => {
    const file = newFile();
    const token = value(addHolder(file, 'engineer', 'Ana'));
    const notices = createNotices(() => {});
    const tokens = openTokens(file, notices);
    writeFileSync(file, '{"holders":[{"name":"Ana","trust":"king"}]}');
    tokens.look();
    expect(tokens.holder(token)).toBeNull();
    expect(notices.list()[0]?.text).toMatch(/tokens\.json is no list of tokens: delete it/);
    expect(addHolder(file, 'engineer', 'Ben').ok).toBe(false);
  });
});
