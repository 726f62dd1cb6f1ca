import type { Color } from '../../../edition/theme.ts';
import type { GroupKind } from '../../../race/groups/group.ts';
import type { JerseyLook } from '../../../race/jersey-look.ts';
import type { Saying } from '../../overlay.ts';
import type { JerseyWords } from '../jersey.ts';
import type { Arrow } from '../marks.ts';
import type { PennonWords } from '../pennon.ts';

/** The words of a stack: a header, and rows of groups or riders. */
export interface StackView extends Saying {
  readonly header: StackHeader;
  readonly rows: readonly StackRow[];
}

export interface StackHeader {
  /** One large figure, which may be empty, and what it is, from long to short. */
  readonly figure: string;
  readonly words: readonly string[];
  /** At the other end, from long to short. */
  readonly beside: readonly string[];
}

export type StackRow = StackGroup | StackRider | StackMore;

export interface PoleWords {
  readonly kind: GroupKind;
  readonly look: JerseyLook;
}

interface Row {
  /** Who it is: rows that change place keep it. */
  readonly key: string;
  /** Rows of one block stand together; between two blocks the picture shows. */
  readonly block: string;
  /** Whose colour its pole has; null where it is nobody's. */
  readonly pole: PoleWords | null;
  /** Look here now. */
  readonly isLit: boolean;
}

export interface StackGroup extends Row {
  readonly kind: 'group';
  readonly pennon: PennonWords;
  readonly names: readonly string[];
  /** What it is called where not even the shortest of its names fits. */
  readonly kindName: string;
  readonly jerseys: readonly JerseyWords[];
  readonly trend: Arrow | null;
  readonly value: Value;
}

export interface StackRider extends Row {
  readonly kind: 'rider';
  /** Empty where there is no order. */
  readonly place: string;
  readonly colors: readonly [Color, Color] | null;
  readonly names: readonly string[];
  readonly jerseys: readonly JerseyWords[];
  /** Three letters; the first to yield where there is no room. */
  readonly nation: string;
  readonly value: Value;
}

/** Those who are not listed: "+ 132 riders". */
export interface StackMore extends Row {
  readonly kind: 'more';
  readonly names: readonly string[];
}

/** A time, whose digits stand still; or a word: "Leading". */
export interface Value {
  readonly text: string;
  readonly isWord: boolean;
}

export const noValue: Value = { text: '', isWord: false };
