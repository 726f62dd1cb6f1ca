import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  chromium as playwright,
} from 'playwright';
import { builtPages } from './built-pages.ts';
import { chromium } from './chromium.ts';
import { type DeskOptions, emptyFolder, freePort, type RunningDesk, startDesk } from './desk.ts';

interface Asked extends BrowserContextOptions {
  /** Of the desk; left out, it begins after 60 km: the less of a past there is to be read, the sooner it has a race. */
  readonly args?: readonly string[];
  /** Of Chromium, besides those of every test. */
  readonly chromiumArgs?: readonly string[];
}

/** A real desk that gives out the pages as they are shipped, and a browser of its own that opens them. */
export interface DeskAndBrowser {
  readonly url: string;
  /** With these it began, and begins again. */
  readonly options: Required<Omit<DeskOptions, 'node'>>;
  /** The one that runs now. */
  desk(): RunningDesk;
  /** After it was killed: at the same port, with the same tapes. */
  startAgain(): Promise<void>;
  readonly browser: Browser;
  readonly context: BrowserContext;
  /** A new page, at this query of the desk. */
  opened(query: string): Promise<Page>;
  /** Control, connected and with its items, on a new page or on this one. */
  openedControl(page?: Page): Promise<Page>;
  end(): Promise<void>;
}

/** What is asked besides is the browser's context; left out, it is a page of a laptop. */
export async function startDeskAndBrowser(asked: Asked = {}): Promise<DeskAndBrowser> {
  const { args = ['--from', '60km'], chromiumArgs = [], ...view } = asked;
  const options = { port: await freePort(), tapes: await emptyFolder(), args, pages: await builtPages() };
  const launch = await chromium();
  let [desk, browser] = await Promise.all([
    startDesk(options),
    playwright.launch({ ...launch, args: [...(launch.args ?? []), ...chromiumArgs] }),
  ]);
  const context = await patientContext(browser, view);
  const { url } = desk;
  const opened = async (query: string, page?: Page) => {
    const its = page ?? (await context.newPage());
    await its.goto(url + query);
    return its;
  };
  return {
    url,
    options,
    desk: () => desk,
    async startAgain() {
      desk = await startDesk(options);
    },
    browser,
    context,
    opened,
    async openedControl(page) {
      const control = await opened('', page);
      await connected(control);
      await control.locator('.items li').first().waitFor({ state: 'attached' });
      return control;
    },
    async end() {
      await browser.close();
      await desk.kill('SIGINT');
    },
  };
}

/** A busy machine is slow, and no other one. */
export async function patientContext(browser: Browser, view: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, ...view });
  context.setDefaultTimeout(120_000);
  return context;
}

export const connected = (control: Page): Promise<void> =>
  control.getByRole('banner').getByText('Desk connected').waitFor();
