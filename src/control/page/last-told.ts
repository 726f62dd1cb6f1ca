/** Without the desk nobody knows what is: only what was. "On air" -> "Last told: on air". */
export const lastTold = (words: string): string => `Last told: ${words.charAt(0).toLowerCase()}${words.slice(1)}`;
