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
    path: 'scorecard',
    method: 'GET',
    what: 'How good the forecasts of this race were so far, misses included; the page ?scorecard draws it.',
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
    fields: [
      {
        name: 'words',
        what: 'With "all" also what was to be read between first and last.',
        type: 'choice',
        choices: ['all'],
      },
    ],
  },
  { path: 'as-run.csv', method: 'GET', what: 'The same as a table for a spreadsheet.', fields: [] },
  {
    path: 'still',
    method: 'GET',
    what: 'How a row of it looked: a transparent picture of all that was on air.',
    fields: [{ name: 'n', what: 'Of the row.', type: 'number', min: 1, required: true }],
  },
  { path: 'tapes', method: 'GET', what: 'The tapes of this desk, and which one is rehearsed.', fields: [] },
  {
    path: 'tape',
    method: 'POST',
    what: 'Names a tape; an empty name takes it back.',
    fields: [
      { name: 'file', what: 'As the list of tapes has it.', type: 'text', required: true },
      { name: 'name', what: 'What it is to be called.', type: 'text', required: true },
    ],
  },
  {
    path: 'rehearse',
    method: 'POST',
    what: 'Rehearses a tape on a desk beside this one; without a file that ends.',
    fields: [{ name: 'file', what: 'As the list of tapes has it.', type: 'text' }],
  },
  { path: 'classification', method: 'POST', what: 'Takes a table of how the race stood before the stage.', fields: [] },
  { path: 'starts', method: 'POST', what: 'Takes a table of the start times of a time trial.', fields: [] },
  { path: 'kits', method: 'POST', what: 'Takes a file of what is worn.', fields: [] },
];
