/**
 * `token ard_…`, or the same as JSON: what a socket that cannot send a header brings as its first text. Null where a text
 * is something else.
 */
export const tokenSaid = (text: string): string | null =>
  /^\s*(?:token |\{\s*"token"\s*:\s*")([\w-]+)"?\s*\}?\s*$/.exec(text)?.[1] ?? null;
