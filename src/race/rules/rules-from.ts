import { type JerseyLooks, jerseyLooks } from '../jersey-look.ts';
import { type Check, count, fields, flag, limitTable, named, nullOr, number, oneOf, scale, text } from './own.ts';
import type { ByType, LineScales, MountainRules, Rules } from './rules.ts';
import type { StageType } from './stage-type.ts';

export type RulesResult =
  | { readonly ok: true; readonly rules: Rules }
  /** One sentence each: the path of the field, what is wrong, what is known. */
  | { readonly ok: false; readonly errors: readonly string[] };

/** A preset with a race's own figures over it: what is named is replaced, a list as a whole, all else stays. */
export function rulesFrom(preset: Rules, own: unknown): RulesResult {
  const errors: string[] = [];
  const rules = RULES(own, 'rules', errors, preset) ?? preset;
  for (const [type, table] of Object.entries(rules.timeLimit.table)) {
    if (table !== null && !(table in rules.timeLimit.tables)) {
      const known = Object.keys(rules.timeLimit.tables).join(', ') || 'none';
      errors.push(`rules.timeLimit.table.${type}: there is no table "${table}"; known are ${known}`);
    }
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, rules };
}

const byType = <T>(check: Check<T>): Check<ByType<T>> =>
  fields<{ [type in StageType]: T }>({
    flat: check,
    hilly: check,
    mountain: check,
    'time-trial': check,
    'team-time-trial': check,
    circuit: check,
  });

const byCategory = fields<MountainRules['summit']>({
  HC: scale,
  '1': scale,
  '2': scale,
  '3': scale,
  '4': scale,
  uncategorised: scale,
});

const lines = fields<LineScales>({ finish: byType(scale), sprint: scale, bonusSprint: scale });

const look = oneOf(jerseyLooks);

const RULES = fields<Rules>({
  name: text,
  looks: fields<JerseyLooks>({ general: look, points: look, mountain: look, young: look }),
  splitS: byType(number()),
  protection: fields({ fromFinishM: byType(number()), soloCrash: flag }),
  bonusS: lines,
  points: lines,
  mountain: fields({
    summit: byCategory,
    summitFinish: byCategory,
    highest: fields({ climb: nullOr(text), scale, factor: number() }),
  }),
  timeLimit: fields({ juryPct: nullOr(number()), table: byType(nullOr(text)), tables: named(limitTable) }),
  youngMaxAge: count,
  teamBest: byType(count),
  teamTimeTrial: fields({ clockOn: count, generalBy: oneOf(['team', 'individual']) }),
});
