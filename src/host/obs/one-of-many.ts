/** Every source of one OBS hears of one event: for how long they wait for each other. */
const WAIT_MS = 40;
const CHANNEL = 'ardoise obs';

/** Who has heard what: what is sent between them. */
interface Heard {
  readonly key: string;
  readonly name: string;
}

/** Of the pages of one browser that hear the same, one speaks: of those that are seen, whichever has the first name. */
export interface OneOfMany {
  isMine(key: string, isShown: boolean): Promise<boolean>;
  close(): void;
}

export function oneOfMany(): OneOfMany {
  const channel = new BroadcastChannel(CHANNEL);
  const own = Math.random().toString(36).slice(2);
  let heard: Heard[] = [];
  channel.addEventListener('message', ({ data }: MessageEvent<Heard>) => {
    heard.push(data);
    setTimeout(() => {
      heard = heard.filter((one) => one !== data);
    }, 4 * WAIT_MS);
  });
  return {
    async isMine(key, isShown) {
      const name = `${isShown ? 'a' : 'b'} ${own}`;
      channel.postMessage({ key, name } satisfies Heard);
      await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
      return !heard.some((other) => other.key === key && other.name < name);
    },
    close: () => channel.close(),
  };
}
