import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../src/control/control.css';
import { mount } from '../../src/control/mount.tsx';
import type { Replica } from '../../src/host/link.ts';
import type { Shown } from '../../src/wire/crew/half.ts';
import { group, race } from '../support/race.ts';
import { type FakeLink, fakeLink } from './fake-link.ts';
import { manifests } from './manifests.ts';
import { pageState } from './pages.ts';

let link: FakeLink;
let leave: () => void;

function open(start: Partial<Replica> = {}): void {
  const root = document.body.appendChild(document.createElement('div'));
  link = fakeLink(start);
  const unmount = mount(root, link, manifests, { preview: 'about:blank', program: 'about:blank' });
  leave = () => {
    unmount();
    root.remove();
  };
}

const press = (keys: string) => userEvent.keyboard(keys);
const asked = () => link.commands.map((command) => command.do);
const tile = (title: string) => page.getByRole('article', { name: title });
const bus = (name: string) => page.getByRole('region', { name, exact: true });

beforeEach(() => {
  sessionStorage.clear();
  open();
});
afterEach(() => leave());

describe('keys', () => {
  it('cue, take, take directly, take out', async () => {
    await press('1');
    await expect.element(tile('Position tower').getByRole('status')).toHaveTextContent('Cued');
    await press(' ');
    await expect.element(tile('Position tower').getByRole('status')).toHaveTextContent('On air');
    await press('{Shift>}2{/Shift}');
    await expect.element(bus('program').getByRole('status')).toHaveTextContent('On air: Position tower, Gap ticker');
    await press('{Shift>}2{/Shift}');
    await expect.element(bus('program').getByRole('status')).toHaveTextContent('On air: Position tower');
    expect(asked()).toEqual(['cue', 'take', 'take-direct', 'out']);
  });

  it('walk steps, clear, and panic', async () => {
    await press('{Shift>}3{/Shift}');
    await press('{ArrowRight}');
    await expect.element(tile('Results')).toHaveTextContent('step 2 of 3');
    await press('{Escape}');
    await press('{Shift>}{Escape}{/Shift}');
    expect(asked()).toEqual(['take-direct', 'next', 'clear', 'panic']);
  });

  it('are heard once, however long they are held', () => {
    const held = { code: 'Digit1', key: '1', bubbles: true, cancelable: true };
    document.body.dispatchEvent(new KeyboardEvent('keydown', held));
    const again = new KeyboardEvent('keydown', { ...held, repeat: true });
    document.body.dispatchEvent(again);
    expect(asked()).toEqual(['cue']);
    expect(again.defaultPrevented).toBe(true);
  });

  it('are dead in a text field, and Esc there only leaves it', async () => {
    await page.getByLabelText('Title').click();
    await press('2 3{Shift>}1{/Shift}');
    await expect.element(page.getByText('Keys off: typing')).toBeVisible();
    await press('{Escape}');
    expect(link.commands).toEqual([]);
    await expect.element(page.getByLabelText('Title')).toHaveValue('Stage');
    await press('2');
    expect(asked()).toEqual(['cue']);
  });

  it('mean what they print where they do not say their place', () => {
    const unplaced = (key: string, shiftKey = false) =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true }));
    unplaced('2');
    unplaced(' ');
    unplaced('Escape');
    unplaced('Escape', true);
    expect(asked()).toEqual(['cue', 'take', 'clear', 'panic']);
  });

  it('panic from any field at the first press, and leave what is typed there undone', async () => {
    const places = [
      page.getByLabelText('Title'),
      page.getByLabelText('Rows', { exact: true }),
      page.getByRole('switch', { name: 'Team colours' }),
      page.getByLabelText('List'),
    ];
    for (const place of places) {
      (place.element() as HTMLElement).focus();
      await press('7');
      await press('{Shift>}{Escape}{/Shift}');
    }
    expect(asked().filter((what) => what !== 'cue')).toEqual(['panic', 'release', 'panic', 'release']);
    await expect.element(page.getByLabelText('Title')).toHaveValue('Stage');
  });

  it('are heard once on a button too, however long Enter is held', async () => {
    const cue = tile('Gap ticker').getByRole('button', { name: 'Cue 2' });
    (cue.element() as HTMLElement).focus();
    await press('{Enter>5}');
    expect(asked()).toEqual(['cue']);
    await press('{/Enter}');
  });

  it('are dead in an open list, where Esc only closes it', async () => {
    await page.getByLabelText('List').click();
    await press('2{ArrowDown}{Escape}');
    expect(asked()).toEqual([]);
  });

  it('panic while a list hangs open', async () => {
    await page.getByLabelText('List').click();
    await press('{Shift>}{Escape}{/Shift}');
    expect(asked()).toEqual(['panic']);
  });

  it('take with Space also where a button has focus, and do not click it', async () => {
    await tile('Gap ticker').getByRole('button', { name: 'Cue 2' }).click();
    await press(' ');
    expect(asked()).toEqual(['cue', 'take']);
  });

  it('are explained by ?, and meanwhile only the panic is for the show', async () => {
    await press('?');
    await expect.element(page.getByRole('dialog')).toBeVisible();
    await press('1');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await press('?');
    await press('{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    expect(link.commands).toEqual([]);
    await press('?');
    await press('{Shift>}{Escape}{/Shift}');
    expect(asked()).toEqual(['panic']);
  });

  it('stop with the page', async () => {
    leave();
    await press('1');
    expect(link.commands).toEqual([]);
    open();
  });
});

describe('the panic', () => {
  const bar = () => page.getByRole('button', { name: 'CLEAN: Shift Esc to release' });
  const take = () => page.getByRole('button', { name: 'Take Space' });
  const heard = () => {
    const words: unknown[] = [];
    const channel = new BroadcastChannel('ardoise');
    channel.onmessage = ({ data }) => words.push(data);
    return { words, close: () => channel.close() };
  };

  it('stands across the whole page and refuses takes until it is released', async () => {
    await press('{Shift>}1{/Shift}2{Shift>}{Escape}{/Shift}');
    await expect.element(bar()).toBeVisible();
    expect(bar().element().getBoundingClientRect().width).toBeGreaterThan(innerWidth - 20);
    await expect.element(take()).toBeDisabled();
    await expect.element(tile('Position tower').getByRole('button', { name: 'Take Shift 1' })).toBeDisabled();
    await press('{Shift>}{Escape}{/Shift}');
    await expect.element(bar()).not.toBeInTheDocument();
    await expect.element(take()).toBeEnabled();
  });

  it('is released by the bar and by its button too', async () => {
    await page.getByRole('button', { name: 'Panic Shift Esc' }).click();
    await bar().click();
    await page.getByRole('button', { name: 'Panic Shift Esc' }).click();
    await page.getByRole('button', { name: 'Release Shift Esc' }).click();
    expect(asked()).toEqual(['panic', 'release', 'panic', 'release']);
  });

  it('reaches the other pages of this browser without the desk, which is told when it is back', async () => {
    const pages = heard();
    link.change({ connection: 'lost' });
    await press('{Shift>}{Escape}{/Shift}');
    await expect.poll(() => pages.words).toEqual([{ do: 'panic' }]);
    await expect.element(page.getByRole('button', { name: /^CLEAN on the pages of this browser/ })).toBeDisabled();
    await expect.element(page.getByRole('button', { name: 'Panic Shift Esc' })).toBeEnabled();
    link.change({ connection: 'live' });
    await expect.element(bar()).toBeVisible();
    expect(asked()).toEqual(['panic']);
    await press('{Shift>}{Escape}{/Shift}');
    await expect.poll(() => pages.words).toEqual([{ do: 'panic' }, { do: 'release' }]);
    pages.close();
  });
});

describe('the air', () => {
  const air = (its: Partial<Shown>) => {
    const row: Shown = { overlay: 'gap-ticker', wished: true, life: 'on', why: null, on: 1, of: 1, ...its };
    link.change({ shown: { air: [row], monitors: [] } });
  };
  const marks = () => tile('Gap ticker').getByRole('status');

  it('is what pages say, beside what was wished', async () => {
    await press('{Shift>}2{/Shift}');
    await expect.element(marks()).toHaveTextContent('Taken On air');
    air({ life: 'waiting', why: 'no group on the road' });
    await expect.element(marks()).toHaveTextContent('Taken Waiting');
    await expect.element(tile('Gap ticker')).toHaveTextContent('Taken, nothing to show: no group on the road.');
    await expect.element(bus('program').getByRole('status')).toHaveTextContent('Nothing on air. Waiting: Gap ticker');
    air({ life: 'entering' });
    await expect.element(marks()).toHaveTextContent('Taken Entering');
  });

  it('has nobody on it where only this page’s own monitors draw', async () => {
    link.change({ pages: { counts: [], list: [pageState({ monitor: true })] } });
    await press('{Shift>}2{/Shift}');
    air({ life: 'off', of: 0, why: 'no program page is connected' });
    await expect.element(marks()).toHaveTextContent('Taken No page');
    await expect
      .element(page.getByRole('region', { name: 'Health' }))
      .toHaveTextContent("no page on air beside control's own monitors");
    expect(document.body.innerText).not.toMatch(/^On air/m);
  });
});

describe('without the desk', () => {
  it('nothing is said as if it were known, and what cannot work is off', async () => {
    link.change({ race: race({ groups: [group({ id: 'h', kind: 'head', bibs: ['9'] })] }) });
    await press('{Shift>}1{/Shift}');
    await expect.element(bus('program').getByRole('status')).toHaveTextContent('On air: Position tower');
    link.change({ connection: 'lost' });
    await expect.element(bus('program').getByRole('status')).toHaveTextContent('Last told: on air: Position tower');
    await expect.element(tile('Position tower').getByRole('status')).toHaveTextContent('Last told: taken, on air');
    await expect.element(page.getByText('all that stands here was last told')).toBeVisible();
    const said = document.body.innerText;
    expect(said.match(/\bOK\b/)).toBeNull();
    expect(said.replaceAll(/last told: [^\n]*/gi, '').match(/\bon air\b(?! hold)/i)).toBeNull();
    const able = [...document.querySelectorAll<HTMLButtonElement>('button, input, select')].filter(
      (control) => !control.matches(':disabled') && !control.closest('dialog'),
    );
    expect(able.map(({ innerText }) => innerText.replaceAll('\n', ' '))).toEqual([
      'Keys ?',
      'Safe areas',
      'Panic Shift Esc',
    ]);
  });
});

describe('buttons', () => {
  it('do what the keys do', async () => {
    await tile('Position tower').getByRole('button', { name: 'Cue 1' }).click();
    await page.getByRole('button', { name: 'Take Space' }).click();
    await page.getByRole('button', { name: 'All out Esc' }).click();
    await tile('Results').getByRole('button', { name: 'Take Shift 3' }).click();
    await page.getByRole('button', { name: 'Next: Results Right' }).click();
    await page.getByRole('button', { name: 'Panic Shift Esc' }).click();
    expect(asked()).toEqual(['cue', 'take', 'clear', 'take-direct', 'next', 'panic']);
  });
});

describe('parameters', () => {
  it('wait for the take while a graphic is off', async () => {
    await page.getByRole('button', { name: 'Rows: one more' }).click();
    await page.getByRole('button', { name: 'Interval' }).click();
    await page.getByRole('switch', { name: 'Team colours' }).click();
    expect(link.commands).toEqual([]);
    await press('1');
    expect(link.commands).toEqual([
      {
        do: 'cue',
        overlay: 'position-tower',
        params: { rows: 11, column: 'interval', title: 'Stage', list: 'all', teams: false },
      },
    ]);
  });

  it('are set at once on air, a text when it is finished', async () => {
    await press('{Shift>}1{/Shift}');
    await page.getByLabelText('Title').fill('Les échappés');
    expect(asked()).toEqual(['take-direct']);
    await press('{Enter}');
    expect(link.commands[1]).toEqual({ do: 'set', overlay: 'position-tower', params: { title: 'Les échappés' } });
    await press(' ');
    expect(asked()).toEqual(['take-direct', 'set', 'take']);
  });

  it('say what is wrong with a value, and keep it from the air', async () => {
    await press('{Shift>}1{/Shift}');
    await page.getByLabelText('Rows', { exact: true }).fill('40');
    await expect.element(page.getByText('Rows is a whole number from 3 to 22.')).toBeVisible();
    await press('{Enter}');
    await page.getByLabelText('Title').click();
    expect(asked()).toEqual(['take-direct']);
    await expect.element(page.getByLabelText('Rows', { exact: true })).toHaveValue('10');
  });

  it('follow another control page', async () => {
    link.change({
      show: {
        program: { flash: { overlay: 'position-tower', params: { rows: 5 }, step: 0 } },
        preview: {},
        cut: false,
        latched: false,
      },
    });
    await expect.element(page.getByLabelText('Rows', { exact: true })).toHaveValue('5');
    link.change({ show: { program: {}, preview: {}, cut: false, latched: false } });
    await expect.element(tile('Position tower').getByRole('status')).toHaveTextContent('Not taken Off');
    await expect.element(page.getByLabelText('Rows', { exact: true })).toHaveValue('5');
  });
});

describe('what goes wrong', () => {
  it('is one sentence on the graphic that was refused, until it works', async () => {
    link.refuse('The desk has no graphic gap-ticker.');
    await press('2');
    await expect
      .element(tile('Gap ticker').getByRole('alert'))
      .toHaveTextContent('The desk has no graphic gap-ticker.');
    link.refuse(null);
    await press('2');
    await expect.element(tile('Gap ticker').getByRole('alert')).not.toBeInTheDocument();
  });

  it('is one sentence under the pictures when it is about no graphic', async () => {
    link.refuse('The desk did not answer.');
    await press('{Shift>}{Escape}{/Shift}');
    await expect.element(page.getByRole('alert')).toHaveTextContent('The desk did not answer.');
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  });

  it('fills the page when the desk refuses it', async () => {
    link.change({ connection: 'refused', refusal: 'This page speaks protocol 1, the desk 2: reload it.' });
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('This page speaks protocol 1, the desk 2: reload it.');
    await press('1');
    expect(link.commands).toEqual([]);
  });
});

describe('the feed', () => {
  const start = { fromMs: Date.UTC(2026, 6, 4, 11), toMs: Date.UTC(2026, 6, 4, 16) };
  const desk = { feed: 'a recording', span: start, busy: false, notices: [] };

  it('is steered', async () => {
    link.change({ desk, clock: { atMs: Date.UTC(2026, 6, 4, 12), rate: 0 }, race: race() });
    await page.getByRole('button', { name: 'Play the feed' }).click();
    await page.getByRole('button', { name: '8×' }).click();
    const bar = page.getByRole('slider', { name: 'Moment of the race' });
    await expect.element(bar).toHaveAttribute('aria-valuetext', '14:00:00');
    (bar.element() as HTMLInputElement).focus();
    await press('{ArrowRight}');
    expect(link.transports).toEqual([
      { do: 'play' },
      { do: 'speed', rate: 8 },
      { do: 'seek', atMs: Date.UTC(2026, 6, 4, 12, 0, 1) },
    ]);
    expect(link.commands).toEqual([]);
  });

  it('is scrubbed: rough pictures while the hand drags, the true one when it lets go, busy meanwhile', async () => {
    link.change({ desk: { ...desk, busy: true }, clock: { atMs: start.fromMs, rate: 0 }, race: race() });
    await expect.element(page.getByText('Rough: reading the past')).toBeVisible();
    const bar = page.getByRole('slider', { name: 'Moment of the race' }).element() as HTMLInputElement;
    const at = (share: number) => start.fromMs + share * (start.toMs - start.fromMs);
    const move = (share: number) => {
      bar.value = String(at(share));
      bar.dispatchEvent(new Event('input', { bubbles: true }));
    };
    bar.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    for (const share of [0.1, 0.2, 0.3]) move(share);
    await expect.poll(() => link.transports.length).toBe(2);
    bar.dispatchEvent(new Event('change', { bubbles: true }));
    expect(link.transports).toEqual([
      { do: 'seek', atMs: at(0.1), rough: true },
      { do: 'seek', atMs: at(0.3), rough: true },
      { do: 'seek', atMs: at(0.3) },
    ]);
    link.change({ desk });
    await expect.element(page.getByText('Rough: reading the past')).not.toBeInTheDocument();
  });

  it('that is live has nothing to steer', async () => {
    link.change({ desk: { ...desk, span: null }, race: race() });
    await expect.element(page.getByRole('region', { name: 'Race' })).toBeVisible();
    expect(page.getByRole('button', { name: /the feed/ }).query()).toBeNull();
  });
});

describe('the race', () => {
  const chasers = group({
    id: 'c',
    kind: 'chasers',
    ordinal: 1,
    bibs: ['1', '2', '3'],
    gap: { value: 65, atMs: 0, origin: 'estimated' },
    trendSPerMin: -3.4,
  });

  it('shows the groups as the air writes them', async () => {
    link.change({ race: race({ groups: [group({ id: 'h', kind: 'head', bibs: ['9'], frontM: 67_700 }), chasers] }) });
    const row = page.getByRole('row', { name: /Chasers 1/ });
    await expect.element(row).toHaveTextContent(/3~1'05"−3 s/);
    await expect.element(page.getByText('42.3 km to go')).toBeVisible();
  });

  it('says of the rest how many groups it is, and offers neither a name nor the camera for it', async () => {
    const gap = { value: 65, atMs: 0, origin: 'timed' } as const;
    const rest = group({ id: 'r', kind: 'rest', pieces: 3, bibs: ['1', '2', '3', '4'], gap, trendSPerMin: null });
    link.change({ race: race({ groups: [group({ id: 'h', kind: 'head', bibs: ['9'] }), rest] }) });
    const row = page.getByRole('row', { name: /\+3 groups/ });
    await expect.element(row).toHaveTextContent(/^\+3 groups4\+1'05"$/);
    expect(row.getByRole('button').query()).toBeNull();
  });

  it('takes that a rider has left the race', async () => {
    link.change({ race: race({ groups: [chasers] }) });
    await page.getByText('Nobody has left the race').click();
    const form = page.getByRole('textbox', { name: 'Rider' });
    const say = page.getByRole('button', { name: 'Say it' }).last();
    await form.fill('4711');
    await expect.element(say).toBeDisabled();
    await form.fill('1');
    await page.getByLabelText('What is said of the rider').selectOptions('is disqualified');
    await say.click();
    expect(link.told).toEqual([
      expect.objectContaining({ kind: 'rider-status', bib: '1', status: 'disqualified', byHand: true }),
    ]);
  });

  it('takes a name for a group and the group on camera', async () => {
    link.change({ race: race({ groups: [chasers] }) });
    await page.getByRole('button', { name: 'Chasers 1', exact: true }).click();
    await press('Groupe 1{Enter}');
    await expect.element(page.getByText('Keys on')).toBeVisible();
    await page.getByRole('button', { name: 'Chasers 1 is on camera' }).click();
    expect(link.told).toEqual([
      { kind: 'group-name', group: 'c', name: 'Groupe 1' },
      { kind: 'camera', group: 'c' },
    ]);
    expect(link.commands).toEqual([]);
  });
});
