import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { asked, bus, leave, link, open, openInEach, press } from './on-screen.ts';

const choice = () => page.getByRole('button', { name: 'Beneath', exact: true });
const panel = () => page.getByRole('group', { name: 'Beneath the monitors' });
const pressed = (name: string) => panel().getByRole('button', { name, exact: true });
const pictures = (what: 'img' | 'video') => [...document.querySelectorAll<HTMLElement>(`.screen > ${what}`)];
const says = (text: string) => expect.element(bus('preview').getByText(text)).toBeVisible();

/** A camera in the hand: a canvas that is filmed. */
function camera(name: string, deviceId = `id of ${name}`) {
  const canvas = document.createElement('canvas');
  canvas.getContext('2d')!.fillRect(0, 0, 1, 1);
  const stream = canvas.captureStream();
  const [track] = stream.getVideoTracks();
  vi.spyOn(track!, 'getSettings').mockReturnValue({ deviceId });
  vi.spyOn(track!, 'label', 'get').mockReturnValue(name);
  return { stream, track: track!, device: { kind: 'videoinput', deviceId, label: name } as MediaDeviceInfo };
}

let cameras: ReturnType<typeof camera>[];
let refusal: string | null;

/** The page is loaded again. */
function reload(): void {
  leave();
  open();
}

async function png(color: string): Promise<File> {
  const canvas = new OffscreenCanvas(64, 36);
  const flat = canvas.getContext('2d')!;
  flat.fillStyle = color;
  flat.fillRect(0, 0, 64, 36);
  return new File([await canvas.convertToBlob()], 'crowd.png', { type: 'image/png' });
}

beforeEach(() => {
  localStorage.clear();
  refusal = null;
  cameras = [camera('Gantry'), camera('Motorbike')];
  vi.spyOn(navigator.mediaDevices, 'enumerateDevices').mockImplementation(async () => [
    { kind: 'audioinput', deviceId: 'm', label: 'Microphone' } as MediaDeviceInfo,
    ...cameras.map(({ device }) => device),
  ]);
  vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockImplementation(async (asked) => {
    if (refusal) throw new DOMException('', refusal);
    const { deviceId } = (asked?.video ?? {}) as { deviceId?: { exact: string } };
    const found = cameras.find(({ device }) => deviceId === undefined || device.deviceId === deviceId.exact);
    if (!found) throw new DOMException('', 'OverconstrainedError');
    return found.stream;
  });
});
openInEach();
afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});

describe('beneath the monitors', () => {
  it('lies nothing, until a still is chosen: it is there after a reload, and the desk is told of none of it', async () => {
    const top = () => document.querySelector('.actions')!.getBoundingClientRect().top;
    const before = top();
    expect(pictures('img')).toEqual([]);
    await choice().click();
    await expect.element(pressed('Nothing')).toHaveAttribute('aria-pressed', 'true');
    await panel()
      .getByLabelText('A still …')
      .upload(await png('#ff0000'));
    await expect.poll(() => pictures('img').length).toBe(2);
    expect(top()).toBe(before);
    reload();
    const [image] = pictures('img') as HTMLImageElement[];
    await image!.decode();
    expect([pictures('img').length, image!.naturalWidth, image!.naturalHeight]).toEqual([2, 64, 36]);
    expect([link.commands, link.edits, link.told, link.transports]).toEqual([[], [], [], []]);
    await choice().click();
    await pressed('Nothing').click();
    expect(pictures('img')).toEqual([]);
    reload();
    expect(pictures('img')).toEqual([]);
  });

  it('lies the smaller picture of a large one', async () => {
    const large = new OffscreenCanvas(4000, 1000);
    large.getContext('2d')!.fillRect(0, 0, 1, 1);
    await choice().click();
    await panel()
      .getByLabelText('A still …')
      .upload(new File([await large.convertToBlob()], 'wide.png'));
    await expect.poll(() => pictures('img').length).toBe(2);
    const [image] = pictures('img') as HTMLImageElement[];
    await image!.decode();
    expect([image!.naturalWidth, image!.naturalHeight]).toEqual([1920, 480]);
  });

  it('stays what it was where a file is no image, and says so', async () => {
    await choice().click();
    await panel()
      .getByLabelText('A still …')
      .upload(await png('#00ff00'));
    await expect.poll(() => pictures('img').length).toBe(2);
    const text = new File(['no image'], 'riders.csv', { type: 'text/csv' });
    await panel().getByLabelText('Another still …').upload(text);
    await says('riders.csv is no image that this browser can draw.');
    expect(pictures('img').length).toBe(2);
  });

  it('says where the browser cannot keep a still, which is there until a reload', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError');
    });
    await choice().click();
    await panel()
      .getByLabelText('A still …')
      .upload(await png('#00ff00'));
    await says('The browser has no room to keep it: it is gone with a reload of this page.');
    expect(pictures('img').length).toBe(2);
  });

  it('lies a camera, remembered by its id and its name, and stopped when it is not chosen', async () => {
    await choice().click();
    await pressed('Motorbike').click();
    await expect.poll(() => pictures('video').length).toBe(2);
    const [, motorbike] = cameras;
    expect((pictures('video') as HTMLVideoElement[]).map(({ srcObject }) => srcObject)).toEqual(
      [1, 2].map(() => motorbike!.stream),
    );
    await expect.element(pressed('Motorbike')).toHaveAttribute('aria-pressed', 'true');
    leave();
    expect(motorbike!.track.readyState).toBe('ended');
    cameras[1] = camera('Motorbike');
    open();
    await expect.poll(() => pictures('video').length).toBe(2);
    cameras[1] = camera('Motorbike', 'another id, as some browsers give out');
    reload();
    await expect.poll(() => pictures('video').length).toBe(2);
    await choice().click();
    await pressed('Gantry').click();
    await expect.element(pressed('Gantry')).toHaveAttribute('aria-pressed', 'true');
    expect(cameras.map(({ track }) => track.readyState)).toEqual(['live', 'ended']);
    await pressed('Nothing').click();
    expect(cameras.map(({ track }) => track.readyState)).toEqual(['ended', 'ended']);
    expect(pictures('video')).toEqual([]);
  });

  it('says in one sentence that a camera is refused, absent or gone; the monitors stay', async () => {
    await choice().click();
    refusal = 'NotAllowedError';
    await pressed('Gantry').click();
    await says('The browser refuses the camera: allow it beside the address, and choose it again.');
    refusal = null;
    await pressed('Gantry').click();
    await expect.poll(() => pictures('video').length).toBe(2);
    expect(document.querySelector('.beneath-said')!.textContent).toBe('');
    // Another one that does not come changes nothing of the one that is there.
    refusal = 'NotReadableError';
    await pressed('Motorbike').click();
    await says('The camera gives no picture: another program may hold it; choose it again.');
    refusal = null;
    expect(pictures('video').length).toBe(2);
    cameras[0]!.track.dispatchEvent(new Event('ended'));
    await says('The camera is gone: plug it in, and choose it again.');
    expect(pictures('video')).toEqual([]);
    cameras.shift();
    reload();
    await says('This camera is not there: plug it in, and choose it again.');
    expect(document.querySelectorAll('.screen iframe')).toHaveLength(2);
  });

  it('lies the newest choice, however late an older camera answers', async () => {
    let give = (_: MediaStream) => {};
    vi.mocked(navigator.mediaDevices.getUserMedia).mockImplementationOnce(
      () =>
        new Promise((resolve) => {
          give = resolve;
        }),
    );
    await choice().click();
    await pressed('Gantry').click();
    await pressed('Nothing').click();
    give(cameras[0]!.stream);
    await expect.poll(() => cameras[0]!.track.readyState).toBe('ended');
    expect(pictures('video')).toEqual([]);
    reload();
    expect(navigator.mediaDevices.getUserMedia).toHaveBeenCalledOnce();
  });

  it('is chosen with the keys alone, and Esc there closes the choice and takes nothing out', async () => {
    (choice().element() as HTMLElement).focus();
    await press('{Enter}');
    await expect.element(panel()).toBeVisible();
    await press('{Tab}{Tab}{Tab}{Enter}');
    await expect.poll(() => pictures('video').length).toBe(2);
    await press('{Escape}');
    await expect.element(panel()).not.toBeInTheDocument();
    expect(document.activeElement).toBe(choice().element());
    await press('{Escape}');
    expect(asked()).toEqual(['clear']);
  });

  it('rests in a dock, its camera off, and is there again with the room', async () => {
    await choice().click();
    await pressed('Gantry').click();
    await expect.poll(() => pictures('video').length).toBe(2);
    await page.viewport(420, 800);
    await expect.poll(() => pictures('video').length).toBe(0);
    expect(cameras[0]!.track.readyState).toBe('ended');
    await expect.element(choice()).not.toBeInTheDocument();
    cameras[0] = camera('Gantry');
    await page.viewport(1920, 1080);
    await expect.poll(() => pictures('video').length).toBe(2);
  });

  it('says what a page lacks that the browser gives no camera', async () => {
    leave();
    const devices = vi.spyOn(navigator, 'mediaDevices', 'get').mockReturnValue(undefined as never);
    open();
    await choice().click();
    await expect.element(panel()).toHaveTextContent(/open control at 127\.0\.0\.1/);
    await userEvent.keyboard('{Escape}');
    leave();
    devices.mockRestore();
    open();
  });
});
