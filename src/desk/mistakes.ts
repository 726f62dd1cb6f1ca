import * as v from 'valibot';

const MOST_SAID = 5;

/** A sentence for each of the first mistakes of a file: where it is, what stands there, what to do. */
export function mistakesSaid(issues: readonly v.BaseIssue<unknown>[], where: string): string {
  const said = issues.slice(0, MOST_SAID).map((issue) => `${where}: ${mistakeOf(issue)}.`);
  const more = issues.length - said.length;
  return [...said, ...(more > 0 ? [`${where}: ${more} more.`] : [])].join(' ');
}

function mistakeOf(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue) ?? 'all of it';
  if (issue.expected === 'never') return `${path} has no place here; ${issue.message}`;
  const is = issue.input === undefined ? 'is missing' : `is ${quoting(JSON.stringify(issue.input))}`;
  return `${path} ${is}; ${issue.message}`;
}

const quoting = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}...` : text);
