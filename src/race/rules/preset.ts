import { giro2021 } from './presets/giro-2021.ts';
import { giro2025 } from './presets/giro-2025.ts';
import { neutral } from './presets/neutral.ts';
import { parisNice2024 } from './presets/paris-nice-2024.ts';
import { tour2023 } from './presets/tour-2023.ts';
import { tour2025 } from './presets/tour-2025.ts';
import { vuelta2020 } from './presets/vuelta-2020.ts';
import { vuelta2025 } from './presets/vuelta-2025.ts';
import type { Rules } from './rules.ts';
import { type RulesResult, rulesFrom } from './rules-from.ts';

/** By the name that a race's own file says. */
export const PRESETS: ReadonlyMap<string, Rules> = new Map([
  ['neutral', neutral],
  ['tour-2023', tour2023],
  ['tour-2025', tour2025],
  ['giro-2021', giro2021],
  ['giro-2025', giro2025],
  ['vuelta-2020', vuelta2020],
  ['vuelta-2025', vuelta2025],
  ['paris-nice-2024', parisNice2024],
]);

/** The rules that a race's own file asks for: a preset by name, its own figures over it. */
export function rulesOf(preset: unknown, own: unknown = {}): RulesResult {
  const rules = typeof preset === 'string' ? PRESETS.get(preset) : undefined;
  if (rules) return rulesFrom(rules, own);
  const known = [...PRESETS.keys()].join(', ');
  return { ok: false, errors: [`rules: there is no preset ${JSON.stringify(preset)}; known are ${known}`] };
}
