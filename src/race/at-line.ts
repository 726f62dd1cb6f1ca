import type { GroupsState } from './groups/groups.ts';
import type { Memory } from './memory.ts';
import type { Bib } from './units.ts';

/** The group in which a rider who has finished came to the line: the last one that he was in as history has it. */
export function groupAtLine({ riding, settled }: Memory, bib: Bib): string | null {
  const company = riding.runners.get(bib)?.company;
  return company ? company.group : groupWith(settled, bib);
}

/** Notes it before the groups become others; one who turns up on the road again has not finished. */
export function noteAtLine({ riding, settled }: Memory): void {
  for (const runner of riding.runners.values()) {
    if (runner.finish === null) runner.company = null;
    else runner.company ??= { group: groupWith(settled, runner.bib) };
  }
}

const groupWith = ({ pieces }: GroupsState, bib: Bib): string | null =>
  pieces.find(({ bibs }) => bibs.includes(bib))?.id ?? null;
