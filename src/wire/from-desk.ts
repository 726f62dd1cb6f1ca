/** The name of the mark that a desk writes into the pages that it serves, and by which they know it. */
export const FROM_DESK = 'ardoise-desk';

/** A document with that mark: once, and behind the charset, which a browser seeks at its beginning. */
export const withDeskMark = (html: string): string =>
  html.includes(`name="${FROM_DESK}"`)
    ? html
    : html.replace('<title>', `<meta name="${FROM_DESK}" content="here" />\n    <title>`);
