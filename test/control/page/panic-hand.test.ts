import { beforeEach, describe, expect, it } from 'vitest';
import { type Producer, producer } from '../../../src/control/page/producer.ts';
import { emptyShow, type Items } from '../../../src/show/show.ts';
import { fakeBeside } from '../fake-beside.ts';
import { type FakeLink, fakeLink } from '../fake-link.ts';
import { manifests } from '../manifests.ts';

const program: Items = { flash: { overlay: 'position-tower', params: {}, step: 0 } };
const settled = () => new Promise((resolve) => setTimeout(resolve));

let link: FakeLink;
let beside: ReturnType<typeof fakeBeside>;
let page: Producer;
let nowMs = 0;

function open(untold = false): void {
  nowMs = 0;
  link = fakeLink({ show: { ...emptyShow, program } });
  beside = fakeBeside(untold);
  page = producer(link, manifests, beside, () => nowMs);
}
const asked = () => link.commands.map((command) => command.do);
const press = async () => {
  page.act({ do: 'panic' });
  await settled();
};

beforeEach(() => open());

describe('with the desk', () => {
  it('panics beside it and through it, and releases with the same key', async () => {
    await press();
    expect([asked(), beside.words, page.clean.value]).toEqual([['panic'], ['panic'], true]);
    await press();
    expect([asked(), beside.words, page.clean.value]).toEqual([['panic', 'release'], ['panic', 'release'], false]);
  });

  it('does not release what somebody else latched a blink ago: two who panic want the same', async () => {
    link.change({ show: { ...emptyShow, latched: true } });
    nowMs += 120;
    await press();
    expect(asked()).toEqual(['panic']);
    nowMs += 1000;
    await press();
    expect(asked()).toEqual(['panic', 'release']);
  });

  it('says no release beside the desk that the desk refused', async () => {
    await press();
    link.refuse('The tape is full.');
    await press();
    expect(beside.words).toEqual(['panic']);
    expect(page.clean.value).toBe(true);
  });
});

describe('without the desk', () => {
  it('cleans the pages beside it, each time, and never releases them', async () => {
    link.change({ connection: 'lost' });
    await press();
    await press();
    expect([asked(), beside.words, page.clean.value]).toEqual([[], ['panic', 'panic'], true]);
  });

  it('tells the desk when it is back, before anything else and once', async () => {
    link.change({ connection: 'lost' });
    await press();
    link.change({ connection: 'live' });
    page.act({ do: 'direct', key: '2' });
    await settled();
    expect(asked()[0]).toBe('panic');
    link.change({});
    await settled();
    expect(asked().filter((what) => what === 'panic')).toEqual(['panic']);
    expect(page.show.value.program).toEqual({});
  });

  it('tells the desk again until it says that it keeps the picture clean', async () => {
    link.refuse('The desk did not answer.');
    await press();
    expect(page.clean.value).toBe(true);
    link.refuse(null);
    link.change({});
    await settled();
    expect(asked()).toEqual(['panic', 'panic']);
    expect(page.show.value.latched).toBe(true);
  });

  it('shows the panic of another control page of the same browser', () => {
    beside.another({ do: 'panic' });
    expect(page.clean.value).toBe(false);
    link.change({ connection: 'lost' });
    beside.another({ do: 'panic' });
    expect(page.clean.value).toBe(true);
  });

  it('remembers over a reload what the desk was not told', async () => {
    open(true);
    expect(page.clean.value).toBe(true);
    link.change({});
    await settled();
    expect(asked()).toEqual(['panic']);
    expect(beside.recall()).toBe(false);
  });
});
