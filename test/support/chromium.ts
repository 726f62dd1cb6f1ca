import type { LaunchOptions } from 'playwright';
import { otherChromium, ownChromium } from '../../src/desk/render/chromium.ts';

/** As the renderer of files has it, so that pictures are the same on every machine; `ARDOISE_CHROMIUM` names another binary. */
export async function chromium(): Promise<LaunchOptions> {
  const other = process.env.ARDOISE_CHROMIUM;
  return other ? otherChromium(other) : ownChromium();
}
