import { FROM_DESK } from '../wire/from-desk.ts';

/** Whether a desk served this page: one that lies on any other server, or is a file, has no desk of its own. */
export const isFromDesk = (): boolean => document.querySelector(`meta[name="${FROM_DESK}"]`) !== null;
