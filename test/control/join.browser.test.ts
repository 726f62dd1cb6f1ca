import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../src/control/join/join-page.css';
import { mountJoin } from '../../src/control/join/mount-join.tsx';

let leave: () => void;
let asks: { readonly path: string; readonly body: unknown }[];
let answers: Record<string, { readonly status?: number; readonly body: object }>;

beforeEach(async () => {
  await page.viewport(360, 740);
  localStorage.clear();
  asks = [];
  answers = { riders: { body: { ok: true, isOpen: true, riders: [] } } };
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (address, { body } = {}) => {
    const path = String(address).replace('/api/feed/phones/', '');
    asks.push({ path, body: typeof body === 'string' ? JSON.parse(body) : null });
    const { status = 200, body: said } = answers[path] ?? { status: 404, body: { error: 'nobody' } };
    return new Response(JSON.stringify(said), { status });
  });
});
afterEach(() => {
  leave();
  vi.restoreAllMocks();
});

function open(hash = '#code=abcd2345'): void {
  const root = document.body.appendChild(document.createElement('div'));
  const unmount = mountJoin(root, hash);
  leave = () => {
    unmount();
    root.remove();
  };
}
const button = (name: string | RegExp) => page.getByRole('button', { name });
const link = (name: string) => page.getByRole('link', { name });

/** Nothing is wider than the phone, and all that is pressed is large enough for a thumb. */
function isForThumb(): void {
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  const main = document.querySelector('main')!;
  expect(main.scrollWidth).toBeLessThanOrEqual(main.clientWidth);
  for (const its of document.querySelectorAll('button, a, input, summary'))
    expect(its.getBoundingClientRect().height, its.textContent ?? '').toBeGreaterThanOrEqual(44);
}

describe('the page of a phone that joins', () => {
  it('asks a rider who he is where nobody has a list, and then sets his app up', async () => {
    open();
    await page.getByLabelText('Your number').fill('31');
    await page.getByLabelText(/^Your name/).fill('Ana Novak');
    isForThumb();
    answers.join = { body: { ok: true, bib: '31', name: 'Ana Novak', key: 'k31' } };
    await button('Join').click();
    await expect.element(page.getByRole('heading', { name: 'Number 31' })).toBeVisible();
    expect(asks.at(-1)).toEqual({ path: 'join', body: { code: 'abcd2345', bib: '31', name: 'Ana Novak' } });
    const href = link('Set up Traccar Client').element().getAttribute('href')!;
    expect(new URL(href).searchParams.get('url')).toBe(`${location.origin}/api/feed/phones/k31`);
    await expect
      .element(link('Set up OwnTracks'))
      .toHaveAttribute('href', expect.stringMatching(/^owntracks:\/\/\/config/));
    await expect
      .element(page.getByLabelText('Address for GPSLogger'))
      .toHaveValue(expect.stringContaining('/api/feed/phones/k31?lat=%LAT'));
    isForThumb();
  });

  it('is still who he is after a reload, until the crew frees his number', async () => {
    localStorage.setItem('ardoise phone', JSON.stringify({ bib: '31', name: 'Ana', key: 'k31' }));
    answers.k31 = { body: { ok: true } };
    open();
    await expect.element(page.getByRole('heading', { name: 'Number 31' })).toBeVisible();
    leave();
    delete answers.k31;
    open();
    await expect.element(page.getByRole('alert')).toHaveTextContent('The crew has freed number 31: join again.');
    await expect.element(page.getByLabelText('Your number')).toBeVisible();
    expect(localStorage.getItem('ardoise phone')).toBeNull();
  });

  it('has a rider find himself on the list, and say that it is he', async () => {
    const riders = Array.from({ length: 60 }, (_, i) => ({
      bib: String(i + 1),
      name: `Rider ${i + 1}`,
      isTaken: i === 6,
    }));
    riders[30] = { bib: '31', name: 'Étienne Vandenbroucke-Van der Poel de la Montagne', isTaken: false };
    answers.riders = { body: { ok: true, isOpen: false, riders } };
    open();
    await expect.element(button(/^7 Rider 7/)).toBeDisabled();
    isForThumb();
    await page.getByLabelText('Your number or name').fill('etienne');
    await button(/^31 Étienne/).click();
    await expect.element(page.getByText(/^Are you/)).toBeVisible();
    isForThumb();
    answers.join = { status: 409, body: { error: 'Number 31 has a phone already.' } };
    await button('Yes, join').click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('Number 31 has a phone already.');
    expect(asks.filter(({ path }) => path === 'join').at(-1)?.body).toMatchObject({ bib: '31' });
  });

  it('takes a code that was typed, and says where it is wrong', async () => {
    answers.riders = { status: 403, body: { error: 'This join code is not the one of this race.' } };
    open('');
    expect(asks).toEqual([]);
    await page.getByLabelText('Join code').fill('nonsense');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('alert')).toHaveTextContent('This join code is not the one of this race.');
    answers.riders = { body: { ok: true, isOpen: true, riders: [] } };
    await page.getByLabelText('Join code').fill('abcd2345');
    await button('Go on').click();
    await expect.element(page.getByLabelText('Your number')).toBeVisible();
    isForThumb();
  });
});
