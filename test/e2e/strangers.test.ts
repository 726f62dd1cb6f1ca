import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connected, type DeskAndBrowser, startDeskAndBrowser } from '../support/e2e.ts';

const LONG_MS = 120_000;

/** The state as a program at this machine reads it, or with a token. */
async function stateOf(url: string, token?: string): Promise<Record<string, unknown>> {
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return (await fetch(`${url}api/state`, { headers })).json();
}

describe('a desk that wants tokens', () => {
  let ours: DeskAndBrowser;
  const link = (trust: string): string =>
    new RegExp(`${trust} +\\S+?:\\d+/(\\S*#token=\\S+)`).exec(ours.desk().output())?.[1] ?? '';
  const tokenOf = (trust: string): string => link(trust).split('#token=')[1] ?? '';
  /** What was pressed has come to the desk: a page that is closed before says no more. */
  const nothingIsWished = () => expect.poll(async () => (await stateOf(ours.url)).wished, { timeout: 30_000 }).toBe('');
  /** Everything that any page of this browser asked for, with what it said of where it came from. */
  const asked: string[] = [];
  beforeAll(async () => {
    ours = await startDeskAndBrowser({ args: ['--from', '60km', '--behind-proxy'] });
    ours.context.on('request', (request) => asked.push(request.url(), request.headers().referer ?? ''));
  }, LONG_MS);
  afterAll(() => ours.end());

  it(
    'shows a stranger a field for his token, and takes what he types there',
    async () => {
      const control = await ours.opened('');
      await control.getByRole('heading', { name: 'This desk wants a token' }).waitFor();
      await control.getByLabel('Token', { exact: true }).fill('ard_wrong');
      await control.getByRole('button', { name: 'Enter' }).click();
      await control.getByText('This token is not known to the desk').waitFor();
      await control.getByLabel('Token', { exact: true }).fill(tokenOf('operator'));
      await control.getByRole('button', { name: 'Enter' }).click();
      await connected(control);
      await control.keyboard.press('Shift+2');
      await expect.poll(async () => (await stateOf(ours.url)).wished, { timeout: 30_000 }).toBe('gap-ticker');
      await control.keyboard.press('Escape');
      await nothingIsWished();
      await control.close();
    },
    LONG_MS,
  );

  it(
    'lets a stolen link of a viewer watch, whatever its thief presses',
    async () => {
      const thief = await ours.opened(link('viewer'));
      await connected(thief);
      expect(thief.url()).not.toContain('ard_');
      await thief.getByText('You watch: this link sees').waitFor();
      for (const key of ['Shift+2', 'Shift+Escape', 'f', 'r', '2', 'Space', 'Escape', 'y'])
        await thief.keyboard.press(key);
      await thief.getByRole('button', { name: 'Take Gaps' }).click();
      await thief
        .getByText(/Not done: You watch this desk/)
        .first()
        .waitFor();
      const seen = await thief.evaluate(async () => {
        const token = sessionStorage.getItem('ardoise token') ?? '';
        const headers = { authorization: `Bearer ${token}` };
        const commands = ['take-direct?overlay=gap-ticker', 'panic', 'freeze', 'claim?layer=stack', 'confirm'];
        return Promise.all(
          commands.map(async (one) => (await fetch(`/api/${one}`, { headers, method: 'POST' })).status),
        );
      });
      expect(seen).toEqual([403, 403, 403, 403, 403]);
      const state = await stateOf(ours.url, tokenOf('viewer'));
      expect([state.wished, state.cued, state.frozen, state.latched, state.replay]).toEqual([
        '',
        '',
        false,
        false,
        false,
      ]);
      await thief.close();
    },
    LONG_MS,
  );

  it(
    'believes a picture with its token, in the tally too, and gives it nothing of the crew',
    async () => {
      const operator = await ours.opened(link('operator'));
      await connected(operator);
      const [picture, stranger] = [await ours.opened(link('output')), await ours.opened('?show=program')];
      await operator.keyboard.press('Shift+2');
      await expect
        .poll(async () => (await stateOf(ours.url, tokenOf('operator')))['gap-ticker'], { timeout: 60_000 })
        .toBe('on');
      expect((await stateOf(ours.url, tokenOf('operator'))).pages).toBe(1);
      expect(picture.url()).not.toContain('ard_');
      await operator.keyboard.press('Escape');
      await nothingIsWished();
      for (const page of [operator, picture, stranger]) await page.close();
    },
    LONG_MS,
  );

  it(
    'reads names as text, wherever they come to stand',
    async () => {
      const markup = '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script>';
      const headers = { authorization: `Bearer ${tokenOf('operator')}` };
      const told = async (path: string, body?: string) =>
        (
          await fetch(`${ours.url}api/${path}`, { headers, method: 'POST', ...(body !== undefined && { body }) })
        ).json();
      const value = encodeURIComponent(markup.slice(0, 40));
      const control = await ours.opened(link('operator'));
      const program = await ours.opened('?show=program');
      await connected(control);
      expect(await told(`override?bib=31&field=family&value=${value}`)).toMatchObject({ ok: true });
      expect(await told(`override?bib=31&field=given&value=${value}`)).toMatchObject({ ok: true });
      const items = [{ overlay: 'rider-strap', title: markup.slice(0, 60), key: '1', params: { bib: '31' } }];
      expect(await told('rundown', JSON.stringify({ rundown: 1, name: '<b onclick=pwn()>', items }))).toEqual({
        ok: true,
      });
      await control.getByRole('listitem', { name: markup.slice(0, 60) }).waitFor();
      await control.keyboard.press('Shift+1');
      await control.keyboard.press('/');
      await control.keyboard.type('31');
      await control.waitForTimeout(1500);
      for (const page of [control, program])
        expect(await page.evaluate(() => [document.querySelector('img[src=x]'), Reflect.get(window, 'pwned')])).toEqual(
          [null, undefined],
        );
      for (const page of [control, program]) await page.close();
    },
    LONG_MS,
  );

  it(
    'lets its pages run and ask nothing that is not its own',
    async () => {
      const control = await ours.opened(link('viewer'));
      await connected(control);
      const done = await control.evaluate(async () => {
        document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.inline = 1' }));
        const image = Object.assign(new Image(), { src: 'http://localhost:9/x.png' });
        const isKept = await new Promise((resolve) => {
          image.onerror = () => resolve(true);
          image.onload = () => resolve(false);
        });
        const reached = await fetch('http://localhost:9/').then(
          () => true,
          () => false,
        );
        let evaluates = true;
        try {
          // biome-ignore lint/security/noGlobalEval: it is to be refused
          globalThis.eval('1');
        } catch {
          evaluates = false;
        }
        return [Reflect.get(window, 'inline'), isKept, reached, evaluates];
      });
      expect(done).toEqual([undefined, true, false, false]);
      await control.close();
    },
    LONG_MS,
  );

  it('has asked for no address with a token in it, all this time', () => {
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter((one) => one.replace(/#.*/, '').includes('ard_'))).toEqual([]);
    expect(
      asked.filter((one) => one !== '' && !one.startsWith(ours.url) && !/^(blob|data|http:\/\/localhost:9)/.test(one)),
    ).toEqual([]);
  });
});
