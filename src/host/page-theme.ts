import type { Theme } from '../edition/theme.ts';
import { readTheme } from '../wire/theme/parse.ts';
import type { DeskThemes } from './link-replica.ts';
import { shippedTheme, shippedThemes } from './themes.ts';

/** What one page looks like: the theme that it asks for, where there is one. Those of the desk's user come first. */
export interface PageTheme {
  /** The newest that can be drawn. */
  theme(): Theme;
  /** It comes in with a theme that is still on its way: nothing is to be seen until it is there, or is late. */
  awaited(): boolean;
  /** Which there are at the desk. */
  tell(own: DeskThemes | null): void;
  /** Why it is not what was asked for, one sentence each. */
  missing(): readonly string[];
  close(): void;
}

const PATIENCE_MS = 3000;
const AGAIN_MS = { first: 500, most: 30_000 };

/** `onChange` is told when any of it has become other. */
export function followTheme(asked: string | null, onChange: () => void): PageTheme {
  let told: DeskThemes | null = null;
  let theme = shippedTheme(asked);
  let fault: string | null = null;
  /** The desk, the name and the version that is drawn or on its way; null is shipped. */
  let wanted: string | null = null;
  let awaited = false;
  let patience: ReturnType<typeof setTimeout> | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;

  const become = (next: { readonly theme?: Theme; readonly fault: string | null }) => {
    theme = next.theme ?? theme;
    fault = next.fault;
    awaited = false;
    onChange();
  };
  const bring = async (from: ThemeAddress, wish: string, waitMs: number): Promise<void> => {
    const read = await fetched(from);
    if (wish !== wanted) return;
    if (read.ok) return become({ theme: read.value, fault: null });
    become({ fault: read.error });
    again = setTimeout(() => bring(from, wish, Math.min(AGAIN_MS.most, 2 * waitMs)), waitMs);
  };
  const wish = (next: string | null): boolean => {
    if (next === wanted) return false;
    wanted = next;
    clearTimeout(again);
    return true;
  };
  return {
    theme: () => theme,
    awaited: () => awaited,
    missing: () => (fault === null ? [] : [fault]),
    tell(own) {
      if (own === null || own === told) return;
      const isFirst = told === null;
      told = own;
      const { desk = '' } = own;
      const name = asked ?? own.default;
      const version = name === null ? undefined : own.versions[name];
      if (name === null || version === undefined) {
        if (wish(null) || isFirst) become({ theme: shippedTheme(asked), fault: whyNot(asked, own) });
      } else if (wish(`${desk} ${name} ${version}`)) {
        awaited = isFirst;
        patience = setTimeout(() => awaited && become({ fault }), PATIENCE_MS);
        bring({ desk, name }, `${desk} ${name} ${version}`, AGAIN_MS.first);
      }
    },
    close() {
      wanted = 'nothing more';
      clearTimeout(again);
      clearTimeout(patience);
    },
  };
}

/** At which desk it is; "" for the one that the page came from. */
interface ThemeAddress {
  readonly desk: string;
  readonly name: string;
}

async function fetched({ desk, name }: ThemeAddress): Promise<ReturnType<typeof readTheme>> {
  try {
    const answer = await fetch(`${desk}/themes/${encodeURIComponent(name)}.json`);
    if (!answer.ok) throw new Error(String(answer.status));
    return readTheme(await answer.text(), `${name}.json`);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { ok: false, error: `The theme "${name}" did not arrive (${why}); it is asked for again.` };
  }
}

/** Null where what is shipped is drawn as it was asked for. */
function whyNot(asked: string | null, { versions }: DeskThemes): string | null {
  const shipped = asked === null ? null : shippedThemes.get(asked);
  if (shipped === null || shipped?.ok) return null;
  if (shipped) return `${shipped.error} The default theme is drawn.`;
  const known = [...new Set([...shippedThemes.keys(), ...Object.keys(versions)])].join(', ');
  return `There is no theme "${asked}" that can be drawn, there are ${known}: the default one is drawn.`;
}
