/** What a jersey looks like: its name says it, a theme paints it. Which look a classification has is data of the race. */
export const jerseyLooks = [
  'yellow',
  'pink',
  'red',
  'green',
  'cyclamen',
  'blue',
  'white',
  'red-dots',
  'blue-dots',
] as const;
export type JerseyLook = (typeof jerseyLooks)[number];

/** Where nobody says what a race's jerseys look like. */
export const usualLooks = {
  general: 'yellow',
  points: 'green',
  mountain: 'red-dots',
  young: 'white',
} as const satisfies Readonly<Record<string, JerseyLook>>;

/** Which look the jersey of each classification has. */
export type JerseyLooks = Readonly<Record<keyof typeof usualLooks, JerseyLook>>;

interface Told {
  readonly jerseyLooks?: Partial<JerseyLooks>;
  readonly rules?: { readonly looks: JerseyLooks };
}

/** As the sheet of the race says, or else its rules, or else as is usual. */
export const lookOf = ({ jerseyLooks, rules }: Told, kind: keyof JerseyLooks): JerseyLook =>
  jerseyLooks?.[kind] ?? rules?.looks[kind] ?? usualLooks[kind];
