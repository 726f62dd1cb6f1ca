import type { RemoteDocument } from './command-shape.ts';

/** What is read by GET, brought by POST, or listened to. */
export const remoteDocuments: readonly RemoteDocument[] = [
  {
    path: 'state',
    method: 'GET',
    what: 'How things are, flat: one field for each thing that is worth a button.',
    fields: [],
  },
  {
    path: 'commands',
    method: 'GET',
    what: 'All that can be asked, with the graphics and items that there are.',
    fields: [],
  },
  {
    path: 'socket',
    method: 'WebSocket',
    what: 'The state at each change, as one JSON text; takes the same commands as texts.',
    fields: [],
  },
  {
    path: 'rundown',
    method: 'GET',
    what: 'A rundown as a file.',
    fields: [{ name: 'name', what: 'Its name; left out, the one that control shows.', type: 'text' }],
  },
  { path: 'rundown', method: 'POST', what: 'Takes such a file as one more rundown.', fields: [] },
  {
    path: 'as-run',
    method: 'GET',
    what: 'What was on air: what, when, with which values, and who took it.',
    fields: [],
  },
  { path: 'classification', method: 'POST', what: 'Takes a table of how the race stood before the stage.', fields: [] },
  { path: 'starts', method: 'POST', what: 'Takes a table of the start times of a time trial.', fields: [] },
  { path: 'kits', method: 'POST', what: 'Takes a file of what is worn.', fields: [] },
];
