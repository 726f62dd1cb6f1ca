export interface Camera {
  /** Empty until the browser has been allowed a camera: then any one is meant. */
  readonly id: string;
  readonly name: string;
}

/** What a browser has of cameras; `undefined` where the page is not from this machine and came without TLS. */
export type Devices = Pick<
  MediaDevices,
  'getUserMedia' | 'enumerateDevices' | 'addEventListener' | 'removeEventListener'
>;

export async function camerasOf(devices: Devices): Promise<readonly Camera[]> {
  const all = await devices.enumerateDevices();
  return all
    .filter(({ kind }) => kind === 'videoinput')
    .map(({ deviceId, label }, i) => ({ id: deviceId, name: label || `Camera ${i + 1}` }));
}

/** A monitor is small: no camera needs to give more. */
export const openCamera = (devices: Devices, id: string): Promise<MediaStream> =>
  devices.getUserMedia({
    audio: false,
    video: { width: { ideal: 1280 }, height: { ideal: 720 }, ...(id !== '' && { deviceId: { exact: id } }) },
  });

export const endCamera = (stream: MediaStream): void => {
  for (const track of stream.getTracks()) track.stop();
};

/** By what the browser will know it again. */
export function cameraOf(stream: MediaStream): Camera {
  const [track] = stream.getVideoTracks();
  return { id: track?.getSettings().deviceId ?? '', name: track?.label ?? '' };
}

/** The one that was kept: by its id, or where the browser gives out new ones with each visit, by its name. */
export async function knownAgain(devices: Devices, { id, name }: Camera): Promise<string> {
  const all = await camerasOf(devices).catch(() => []);
  const isThere = all.some((camera) => camera.id === id);
  return isThere ? id : (all.find((camera) => camera.name === name && camera.id !== '')?.id ?? id);
}

/** One sentence on why there is no picture of it. */
export function whyNoCamera(error: unknown): string {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError')
    return 'The browser refuses the camera: allow it beside the address, and choose it again.';
  if (name === 'NotFoundError' || name === 'OverconstrainedError')
    return 'This camera is not there: plug it in, and choose it again.';
  return 'The camera gives no picture: another program may hold it; choose it again.';
}

export const GONE = 'The camera is gone: plug it in, and choose it again.';
export const NO_CAMERAS =
  'The browser gives this page no camera: open control at 127.0.0.1 on the machine of the desk, or by https.';
