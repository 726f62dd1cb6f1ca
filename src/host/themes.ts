import type { Theme } from '../edition/theme.ts';
import type { Result } from '../wire/result.ts';
import { parseTheme } from '../wire/theme/parse.ts';

const found = import.meta.glob<unknown>(['../../assets/themes/*.json', '!**/*.schema.json'], {
  eager: true,
  import: 'default',
});

/** Every file of `assets/themes/`, by its name. */
export const shippedThemes: ReadonlyMap<string, Result<Theme>> = new Map(
  Object.entries(found).map(([path, file]) => {
    const name = path.slice(path.lastIndexOf('/') + 1, -'.json'.length);
    return [name, parseTheme(file, `${name}.json`)];
  }),
);

/** The default one where it is not there, or has mistakes. */
export function shippedTheme(name: string | null): Theme {
  const asked = shippedThemes.get(name ?? '');
  return asked?.ok ? asked.value : defaultTheme();
}

function defaultTheme(): Theme {
  const read = [...shippedThemes.values()];
  for (const theme of read) if (theme.ok && theme.value.default) return theme.value;
  const why = read.flatMap((theme) => (theme.ok ? [] : [theme.error]));
  throw new Error(['No theme of assets/themes is the default one.', ...why].join(' '));
}
