/** One name that a command takes, as a page of help or another program reads it. */
export interface CommandField {
  readonly name: string;
  readonly what: string;
  readonly type: 'overlay' | 'item' | 'number' | 'text' | 'choice';
  readonly choices?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  /** What counts where it is left out. */
  readonly default?: string | number;
  readonly required?: true;
}

/** What may be asked of the desk by HTTP, by a socket and by OSC: always by the same name, with the same fields. */
export interface RemoteCommand {
  readonly name: string;
  /** One sentence. */
  readonly what: string;
  readonly fields: readonly CommandField[];
  /** Every other name is a parameter of the graphic. */
  readonly takesParams: boolean;
  /** What OSC says in its address or as its first argument: "target" is a graphic or an item; null where all is named. */
  readonly main: string | null;
  /** Fields of a call that makes sense, or about what such a call is: the graphics are not known here. */
  readonly example: Readonly<Record<string, string>> | 'graphic' | 'steps' | 'values' | 'item' | 'loss';
}

/** What is read or brought by HTTP alone. */
export interface RemoteDocument {
  readonly path: string;
  readonly method: 'GET' | 'POST' | 'WebSocket';
  readonly what: string;
  readonly fields: readonly CommandField[];
}
