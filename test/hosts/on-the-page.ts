declare const window: Window & { imported(url: string): Promise<{ readonly default: CustomElementConstructor }> };

/*
 * These run in the page, and use nothing from around them.
 */

interface AskedOf {
  readonly url: string;
  readonly tag: string;
  readonly data: object;
}

type Graphic = HTMLElement & Record<string, (params?: object) => Promise<{ statusCode?: number } | undefined>>;

export async function picturesAt({
  url,
  tag,
  data,
  times,
  schedule,
}: AskedOf & { times: readonly number[]; schedule: readonly object[] }) {
  if (!customElements.get(tag)) customElements.define(tag, (await window.imported(`${url}?as=${tag}`)).default);
  const made = async () => {
    const graphic = document.createElement(tag) as Graphic;
    graphic.style.cssText = 'width:1280px;height:720px;right:auto;bottom:auto';
    document.body.append(graphic);
    await graphic.load!({ renderType: 'non-realtime', data });
    await graphic.setActionsSchedule!({ schedule });
    return graphic;
  };
  const pictureOf = async (graphic: Graphic, timestamp: number) => {
    await graphic.goToTime!({ timestamp });
    return [...graphic.shadowRoot!.querySelectorAll('canvas')]
      .map((canvas) => canvas.style.cssText + (canvas.width * canvas.height > 0 ? canvas.toDataURL() : ''))
      .join(' ');
  };
  const going = await made();
  const pictures = [];
  const jumps = new Map<number, string>();
  for (const timeMs of times) {
    const now = await pictureOf(going, timeMs);
    if (!jumps.has(timeMs)) {
      const jumping = await made();
      jumps.set(timeMs, await pictureOf(jumping, timeMs));
      jumping.remove();
    }
    pictures.push({ going: now, jumped: jumps.get(timeMs)! });
  }
  going.remove();
  return pictures;
}

export async function twoOnAPage({ url, tag, data }: AskedOf) {
  if (!customElements.get(tag)) customElements.define(tag, (await window.imported(`${url}?as=${tag}`)).default);
  const task = () => new Promise((resolve) => setTimeout(resolve, 50));
  const made = async () => {
    const graphic = document.createElement(tag) as Graphic;
    document.body.append(graphic);
    await graphic.load!({ renderType: 'realtime', data });
    await graphic.playAction!({ skipAnimation: true });
    return graphic;
  };
  const pictureOf = (graphic: Graphic) =>
    [...graphic.shadowRoot!.querySelectorAll('canvas')]
      .map((canvas) => canvas.width * canvas.height > 0 && canvas.toDataURL())
      .join(' ');
  const [one, other] = [await made(), await made()];
  await task();
  const alike = pictureOf(one) === pictureOf(other);
  const place = document.createElement('div');
  document.body.append(place);
  place.append(one);
  await task();
  const moved = one.isConnected && pictureOf(one) === pictureOf(other);
  other.remove();
  await task();
  const empty = other.shadowRoot!.childElementCount === 0;
  const after = (await other.playAction!({}))?.statusCode;
  document.body.append(other);
  await other.load!({ renderType: 'realtime', data });
  await other.playAction!({ skipAnimation: true });
  await task();
  const fromAnew = pictureOf(other) === pictureOf(one);
  await Promise.all([one.dispose!(), other.dispose!()]);
  place.remove();
  other.remove();
  return { alike, moved, empty, after, fromAnew };
}

export async function loadAndLetGo({ url, tag, data, times }: AskedOf & { times: number }) {
  if (!customElements.get(tag)) customElements.define(tag, (await window.imported(`${url}?as=${tag}`)).default);
  for (let i = 0; i < times; i++) {
    const graphic = document.createElement(tag) as Graphic;
    document.body.append(graphic);
    await graphic.load!({ renderType: 'realtime', data });
    await graphic.playAction!({ skipAnimation: true });
    // Half of them say goodbye.
    if (i % 2 === 0) await graphic.dispose!({});
    graphic.remove();
  }
  await new Promise((resolve) => setTimeout(resolve, 200));
  return document.fonts.size;
}
