import { describe, expect, it } from 'vitest';
import { judgeOf } from '../../../src/desk/doors/origin.ts';
import { createPorter, type Guest, tokenIn, whyNot } from '../../../src/desk/doors/porter.ts';
import type { Holder } from '../../../src/desk/tokens/token.ts';

const holders: Readonly<Record<string, Holder>> = {
  e: { name: 'Eva', trust: 'engineer', hash: 'e', madeAt: 0 },
  o: { name: 'Ana', trust: 'operator', hash: 'o', madeAt: 0 },
  v: { name: 'Vic', trust: 'viewer', hash: 'v', madeAt: 0 },
  p: { name: 'OBS', trust: 'output', hash: 'p', madeAt: 0 },
};
let nowMs = 0;
const wrong: string[] = [];
const porterOf = (isBehindProxy = false) =>
  createPorter({
    judge: judgeOf(['tv.example.org']),
    tokens: { holder: (token) => holders[token] ?? null, isHeld: () => true, look: () => {} },
    isBehindProxy,
    onWrongToken: (address) => wrong.push(address),
    now: () => nowMs,
  });
const chrome = 'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 Chrome/103.0 Safari/537.36';

function guest(
  address: string,
  token: string | null,
  headers: Record<string, string> = {},
  porter = porterOf(),
): Guest {
  const admitted = porter.admit(
    { headers: { host: '192.168.1.20:4000', ...headers }, socket: { remoteAddress: address } },
    token,
  );
  if (!admitted.ok) throw new Error(admitted.why);
  return admitted.guest;
}

describe('the porter', () => {
  it('trusts who sits at this machine, and nobody for saying so', () => {
    for (const address of ['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'])
      expect(guest(address, null).trust, address).toBe('engineer');
    for (const address of ['10.0.0.7', '::ffff:10.0.0.7', '1270.0.0.1', 'fe80::1', ''])
      expect(guest(address, null).trust, address).toBe('listener');
    for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via', 'x-forwarded-host'])
      expect(guest('127.0.0.1', null, { [name]: '127.0.0.1' }).trust, name).toBe('listener');
    expect(guest('127.0.0.1', null, {}, porterOf(true)).trust).toBe('listener');
  });

  it('trusts a token as far as it goes, wherever it comes from', () => {
    for (const [token, { trust, name }] of Object.entries(holders))
      expect(guest('10.0.0.7', token)).toMatchObject({ trust, holder: { name } });
    expect(guest('127.0.0.1', 'v').trust).toBe('viewer');
  });

  it('trusts no page of another site, whatever it brings and wherever it stands', () => {
    for (const token of [null, 'e'])
      for (const headers of [
        { origin: 'https://evil.example', 'user-agent': chrome },
        { 'sec-fetch-site': 'cross-site' },
      ] as Record<string, string>[])
        expect(guest('127.0.0.1', token, headers)).toMatchObject({ trust: 'listener', isForeign: true });
  });

  it('takes a browser that does not say where it stands for its own only with a token', () => {
    expect(guest('127.0.0.1', null, { 'user-agent': chrome }).trust).toBe('listener');
    expect(guest('10.0.0.7', 'o', { 'user-agent': chrome }).trust).toBe('operator');
  });

  it('knows behind a proxy only the address that the proxy spoke to', () => {
    const headers = { 'x-forwarded-for': '127.0.0.1, 10.0.0.7' };
    expect(guest('127.0.0.1', null, headers, porterOf(true))).toMatchObject({ address: '10.0.0.7', trust: 'listener' });
    expect(guest('10.0.0.9', null, headers).address).toBe('10.0.0.9');
  });

  it('says what is wrong with a token so many times a minute, and lets right ones in meanwhile', () => {
    const porter = porterOf();
    wrong.length = 0;
    const said = () => guest('10.0.0.7', 'nonsense', {}, porter).wrongToken;
    for (let i = 0; i < 10; i += 1) expect(said()).toMatch(/not known to the desk/);
    expect(said()).toMatch(/Too many wrong tokens/);
    expect(guest('10.0.0.8', 'nonsense', {}, porter).wrongToken).toMatch(/not known/);
    expect(guest('10.0.0.7', 'o', {}, porter).trust).toBe('operator');
    expect(wrong).toHaveLength(11);
    nowMs += 10_001;
    expect(said()).toMatch(/not known/);
  });

  it('lets nobody ask without end', () => {
    const porter = porterOf();
    const inTime = (one: Guest) => Array.from({ length: 5000 }, () => porter.hasTime(one)).filter(Boolean).length;
    expect(inTime(guest('10.0.0.7', null))).toBe(1000);
    expect(inTime(guest('10.0.0.7', 'e'))).toBe(0);
    expect(inTime(guest('10.0.0.8', 'e'))).toBe(1000);
    expect(inTime(guest('127.0.0.1', null))).toBe(5000);
  });

  it('keeps from each what is not his, in one sentence', () => {
    const why = (token: string | null, command: unknown = null) => whyNot(guest('10.0.0.7', token), command);
    for (const command of [null, 'take', 'delay']) {
      expect(why('e', command)).toBeNull();
      for (const token of ['v', 'p', null]) expect(why(token, command)).toMatch(/^[A-Z].*\.?$/);
    }
    expect(why('o', 'take')).toBeNull();
    expect(why('o')).toBeNull();
    for (const command of ['delay', 'loss', 'claim-over']) expect(why('o', command)).toMatch(/engineer/);
    expect(why('v')).toMatch(/viewer/);
    expect(why(null)).toMatch(/wants a token/);
    expect(why('nonsense')).toMatch(/not known/);
    expect(whyNot(guest('127.0.0.1', 'e', { 'sec-fetch-site': 'cross-site' }))).toMatch(/page of another site/);
  });

  it('reads a token from its header alone', () => {
    expect(tokenIn({ authorization: 'Bearer ard_x' })).toBe('ard_x');
    expect(tokenIn({ authorization: 'bearer   ard_x' })).toBe('ard_x');
    for (const authorization of [undefined, '', 'Basic abc', 'Bearer', 'Bearer a b'])
      expect(tokenIn({ authorization })).toBeNull();
  });
});
