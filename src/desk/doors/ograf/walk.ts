import { pageCounts } from '../../../race/listing/pages.ts';
import type { Manifest, Params } from '../../../show/manifest.ts';
import { itemOf } from '../../../show/show.ts';
import { mostSteps, stepsOf } from '../../../show/steps.ts';
import type { Desk } from '../../desk.ts';
import type { Instance, Instances } from './instances.ts';
import type { PlaySaid } from './said.ts';

/** Done, with what is to be said beside that; or the one sentence with which the show refused it. */
type Walked = { readonly ok: true; readonly notes: readonly string[] } | { readonly ok: false; readonly error: string };

/** Beside that, where it stands now, from 0; null where it is out. */
type Played = (Extract<Walked, { ok: true }> & { readonly step: number | null }) | Extract<Walked, { ok: false }>;

/** A graphic in and out of the picture and through its steps, by commands of the show. */
export interface Walk {
  /** Into the picture, at its first step: on air, or cued. */
  bring(one: Instance, author: string): Walked;
  /** On to a step, as OGraf counts: from 0, one further than where it is unless it is said; behind the last one it goes. */
  play(one: Instance, said: PlaySaid, author: string): Played;
  /** Other values, of which those that are not named stay. */
  change(one: Instance, params: Params, author: string): Walked;
  out(one: Instance, author: string): Walked;
}

const STANDS = 'The preview shows it as it comes: its steps are walked on the program.';
const NOT_ON_AIR = 'It is not on air, and stays out.';

export function createWalk(desk: Desk, manifests: ReadonlyMap<string, Manifest>, instances: Instances): Walk {
  function ask(one: Instance, what: object, author: string): Walked {
    const answer = desk.command({ overlay: one.overlay, ...what }, author);
    return answer.ok ? { ok: true, notes: answer.note === undefined ? [] : [answer.note] } : answer;
  }
  /** Where it is, or was brought by another instance of the same graphic. */
  const stepOf = ({ renderer, overlay }: Instance) => itemOf(desk.picture().show[renderer], overlay)?.step ?? null;
  const steps = ({ overlay, params }: Instance) => {
    const manifest = manifests.get(overlay)!;
    return stepsOf(manifest, params, pageCounts(desk.picture().race)) ?? mostSteps(manifest);
  };
  function bring(one: Instance, author: string): Walked {
    const told = ask(one, { do: one.renderer === 'program' ? 'take-direct' : 'cue', params: one.params }, author);
    if (told.ok) instances.placed(one);
    return told;
  }
  const out = (one: Instance, author: string): Walked =>
    one.item ? ask(one, { do: one.renderer === 'program' ? 'out' : 'uncue' }, author) : { ok: true, notes: [] };

  function stepTo(one: Instance, target: number, author: string): Played {
    const notes: string[] = [];
    for (let step = stepOf(one); step !== null; ) {
      if (step === target) return { ok: true, notes, step };
      const told = ask(one, { do: step < target ? 'next' : 'previous' }, author);
      if (!told.ok) return told;
      notes.push(...told.notes);
      const now = stepOf(one);
      // There are fewer steps than a moment ago.
      if (now === step) return { ok: true, notes, step };
      step = now;
    }
    return { ok: true, notes, step: null };
  }

  return {
    bring,
    out,
    change(one, params, author) {
      if (Object.keys(params).length === 0) return { ok: true, notes: [] };
      const all = { ...one.params, ...params };
      if (one.item === null) {
        instances.change(one, all);
        return { ok: true, notes: [] };
      }
      // What is cued changes alone: "set" would change it on air as well.
      return one.renderer === 'program'
        ? ask(one, { do: 'set', params }, author)
        : ask(one, { do: 'cue', params: all }, author);
    },
    play(one, { goto, delta }, author) {
      const brought = (): Walked => (one.item ? { ok: true, notes: [] } : bring(one, author));
      if (one.renderer === 'preview') {
        const told = brought();
        const walks = (goto ?? 0) > 0 || (delta ?? 1) > 1;
        return told.ok ? { ok: true, notes: [...told.notes, ...(walks ? [STANDS] : [])], step: 0 } : told;
      }
      const target = goto ?? (one.item?.step ?? -1) + (delta ?? 1);
      if (one.item === null && (target < 0 || target >= steps(one)))
        return { ok: true, notes: [NOT_ON_AIR], step: null };
      if (target >= steps(one)) {
        const told = out(one, author);
        return told.ok ? { ...told, step: null } : told;
      }
      const told = brought();
      if (!told.ok) return told;
      const walked = stepTo(one, Math.max(0, target), author);
      return walked.ok ? { ...walked, notes: [...told.notes, ...walked.notes] } : walked;
    },
  };
}
