import { defineConfig } from 'vitest/config';
import { preloads } from './src/desk/site/preloads.ts';

export default defineConfig(async ({ mode }) => ({
  // Any folder of any server will do.
  base: './',
  plugins: [preloads()],
  build: { target: 'chrome103' },
  optimizeDeps: {
    include: ['pixi.js', 'gsap', 'preact', 'preact/hooks', 'preact/jsx-dev-runtime', '@preact/signals', 'lean-qr'],
  },
  // Tests wait for processes and pages more than they reckon: two at a time, also where there are but two cores.
  test: mode === 'test' ? { projects: [node, await browser()], maxWorkers: 2 } : undefined,
}));

/** Against a test that hangs, not against a slow machine: nothing is said of speed here. */
const limits = { testTimeout: 240_000, hookTimeout: 240_000, expect: { poll: { timeout: 60_000 } } };

const browserTests = 'test/**/*.browser.test.ts';

/** They leave nothing behind, and share what they import: half of what they cost. */
const node = {
  extends: true as const,
  test: {
    name: 'node',
    include: ['test/**/*.test.ts'],
    exclude: [browserTests],
    isolate: false,
    globalSetup: 'test/support/once-a-run.ts',
    ...limits,
  },
};

/** Tests that need pixels run in the Chromium that npm installed, at the size of a television picture. */
async function browser() {
  const { playwright } = await import('@vitest/browser-playwright');
  const { chromium } = await import('./test/support/chromium.ts');
  const viewport = { width: 1920, height: 1080 };
  return {
    extends: true as const,
    test: {
      name: 'chromium',
      include: [browserTests],
      ...limits,
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        viewport,
        provider: playwright({ launchOptions: await chromium(), contextOptions: { viewport } }),
        instances: [{ browser: 'chromium' as const }],
      },
    },
  };
}
