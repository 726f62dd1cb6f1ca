import { apply } from './apply.ts';
import type { Command } from './command.ts';
import type { AskSituation } from './complete.ts';
import type { Show } from './show.ts';
import { withinSteps } from './steps.ts';

/** The show after a command; what may be paged through bounds every step. The same show when nothing changes. */
export const fold = ({ show, manifests, counts }: AskSituation, command: Command): Show =>
  withinSteps(apply(show, command), manifests, counts);
