import type { Answer } from '../../wire/protocol.ts';
import type { Desk } from '../desk.ts';

type Asked = (desk: Pick<Desk, 'tell' | 'picture'>, search: URLSearchParams, author: string) => Answer;

/** Yes to what waits: `confirm?id=result finish`; without an id to the newest. */
export const tellConfirm: Asked = (desk, search, author) => judge('confirm', desk, search, author);

/** No to what waits: `dismiss?id=result finish`; without an id to the newest. */
export const tellDismiss: Asked = (desk, search, author) => judge('dismiss', desk, search, author);

function judge(kind: 'confirm' | 'dismiss', ...[desk, search, author]: Parameters<Asked>): Answer {
  const { waiting } = desk.picture();
  const id = search.get('id');
  const one = id === null ? waiting[0] : waiting.find((other) => other.id === id);
  if (one) return desk.tell({ kind, id: one.id, first: one.first }, author);
  const there = waiting.map((other) => `"${other.id}"`).join(', ') || 'nothing';
  return { ok: false, error: id === null ? 'Nothing waits.' : `Nothing waits under "${id}": there is ${there}.` };
}
