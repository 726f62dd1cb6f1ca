/** What becomes of what the organiser sends under a name. */
export type Fate =
  /** The parser reads it. */
  | 'read'
  /** It is of a paper: the papers are asked for again, for the stream has it in pieces. */
  | 'paper'
  /** Nothing of the race is in it: it goes on no tape. */
  | 'left';

/** By the first word of a name: "publication" of "publication_en-2026-5". What stands nowhere here goes on the tape, unread. */
export const fates: ReadonlyMap<string, Fate> = new Map([
  ...each('read', 'telemetryCompetitor', 'pack', 'telemetryPack', 'checkpoint', 'checkpointList'),
  ...each('read', 'rankingType', 'rankingTypeArrival', 'rankingTypeJerseys', 'rankingTypeTrial'),
  ...each('read', 'stageWithdrawals', 'flashInfoLive', 'publication'),
  ...each('paper', 'stage', 'team', 'allCompetitors'),
  // Of the season: which editions there are. The year stands in every other name.
  ...each('left', 'millesime', 'event'),
  // The same lists again, cut to the rows that a web page has room for.
  ...each('left', 'rankingTypeWidget'),
  // Cars and helicopters: none of them is a rider.
  ...each('left', 'extraVehicle'),
  // What these hold is written nowhere, or is for readers of a web page.
  ...each('left', 'insights', 'fantasy', 'socialContent', 'video', 'image'),
]);

function each(fate: Fate, ...names: readonly string[]): (readonly [string, Fate])[] {
  return names.map((name) => [name, fate]);
}

export interface Bind {
  /** "publication" */
  readonly name: string;
  /** "en"; null where the name has none. */
  readonly language: string | null;
}

/** The name under which a text of the stream is sent; null where it has none, as a text that was cut off. */
export function bindIn(text: string): Bind | null {
  const [, name, language = null] = /"bind"\s*:\s*"([A-Za-z]+)(?:_([A-Za-z]{2})\b)?/.exec(text) ?? [];
  return name === undefined ? null : { name, language };
}
