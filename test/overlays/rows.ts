import type { StackGroup, StackRider, StackView } from '../../src/stage/kit/stack/stack-view.ts';

export const groupsIn = ({ rows }: StackView): StackGroup[] => rows.filter((row) => row.kind === 'group');
export const ridersIn = ({ rows }: StackView): StackRider[] => rows.filter((row) => row.kind === 'rider');

/** Of each row, from long to short. */
export const namesIn = ({ rows }: StackView): (readonly string[])[] => rows.map(({ names }) => names);
/** Of each row; empty where it says none, and where it counts others. */
export const valuesIn = ({ rows }: StackView): string[] =>
  rows.map((row) => (row.kind === 'more' ? '' : row.value.text));
