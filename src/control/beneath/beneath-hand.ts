import { type ReadonlySignal, signal } from '@preact/signals';
import {
  type Camera,
  cameraOf,
  camerasOf,
  type Devices,
  endCamera,
  GONE,
  knownAgain,
  openCamera,
  whyNoCamera,
} from './camera.ts';
import type { BeneathMemory } from './memory.ts';
import { stillOf } from './still.ts';

/** What lies beneath the monitors. */
export type Beneath =
  | { readonly what: 'nothing' }
  | { readonly what: 'still'; readonly url: string }
  | { readonly what: 'camera'; readonly stream: MediaStream; readonly camera: Camera };

/** What lies beneath is of this page alone: neither the desk nor any picture on air is told of it. */
export interface BeneathHand {
  readonly beneath: ReadonlySignal<Beneath>;
  /** As far as the browser says; null where it gives none to this page. */
  readonly cameras: ReadonlySignal<readonly Camera[] | null>;
  /** One sentence on what was not done, or what happened; else empty. */
  readonly said: ReadonlySignal<string>;
  nothing(): void;
  still(file: File): Promise<void>;
  camera(id: string): Promise<void>;
  /** A dock has no room for it: what was chosen rests, its camera off, and is there again with the room. */
  rest(isResting: boolean): void;
  close(): void;
}

const NOTHING: Beneath = { what: 'nothing' };

export function beneathHand(memory: BeneathMemory, devices: Devices | undefined): BeneathHand {
  const beneath = signal<Beneath>(NOTHING);
  const cameras = signal<readonly Camera[] | null>(devices ? [] : null);
  const said = signal('');
  /** The newest choice counts, however late the browser answers an older one. */
  let choices = 0;

  const show = (next: Beneath, sentence = '') => {
    const { value } = beneath;
    if (value.what === 'camera') endCamera(value.stream);
    beneath.value = next;
    said.value = sentence;
  };
  const isShown = (stream: MediaStream) => beneath.value.what === 'camera' && beneath.value.stream === stream;
  const look = async () => {
    if (devices) cameras.value = await camerasOf(devices).catch(() => []);
  };
  /** Whether its picture is there. */
  async function open(asked: string | Camera): Promise<boolean> {
    choices += 1;
    const choice = choices;
    try {
      if (!devices) return false;
      const id = typeof asked === 'string' ? asked : await knownAgain(devices, asked);
      const stream = await openCamera(devices, id);
      if (choice !== choices) {
        endCamera(stream);
        return false;
      }
      show({ what: 'camera', stream, camera: cameraOf(stream) });
      for (const track of stream.getTracks())
        track.addEventListener('ended', () => isShown(stream) && show(NOTHING, GONE));
      // Only now does the browser say what they are called.
      await look();
      return choice === choices;
    } catch (error) {
      if (choice === choices) said.value = whyNoCamera(error);
      return false;
    }
  }
  function recall(): void {
    const kept = memory.recall();
    if (kept && 'still' in kept) show({ what: 'still', url: kept.still });
    if (kept && 'camera' in kept) void open(kept.camera);
  }
  devices?.addEventListener('devicechange', look);
  void look();

  return {
    beneath,
    cameras,
    said,
    nothing() {
      choices += 1;
      memory.keep(null);
      show(NOTHING);
    },
    async still(file) {
      choices += 1;
      const choice = choices;
      const url = await stillOf(file);
      if (choice !== choices) return;
      if (url === null) {
        said.value = `${file.name} is no image that this browser can draw.`;
        return;
      }
      show({ what: 'still', url }, memory.keep({ still: url }) ? '' : NO_ROOM);
    },
    async camera(id) {
      if (await open(id)) keepCamera();
    },
    rest(isResting) {
      choices += 1;
      if (isResting) show(NOTHING);
      else recall();
    },
    close() {
      choices += 1;
      devices?.removeEventListener('devicechange', look);
      show(NOTHING);
    },
  };

  function keepCamera(): void {
    const { value } = beneath;
    if (value.what === 'camera' && !memory.keep({ camera: value.camera })) said.value = NO_ROOM;
  }
}

const NO_ROOM = 'The browser has no room to keep it: it is gone with a reload of this page.';
