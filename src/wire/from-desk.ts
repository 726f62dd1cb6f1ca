/** The name of the mark that a desk writes into the pages that it serves, and by which they know it. */
export const FROM_DESK = 'ardoise-desk';

/** A document with that mark: once, behind the charset, which a browser seeks at its beginning, and before all scripts. */
export const withDeskMark = (html: string): string =>
  html.includes(`<meta name="${FROM_DESK}"`)
    ? html
    : html.replace(/<meta charset=[^>]*>/, (charset) => `${charset}\n    <meta name="${FROM_DESK}" content="here" />`);
