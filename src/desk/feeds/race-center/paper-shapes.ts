import { bibOf, numberOf, recordOf, recordsOf, textOf } from '../json.ts';
import { isTeam } from './start-list.ts';

/** Topics as they lie on the tape: five papers by REST. The stage comes last and makes a sheet of all of them. */
export const paperTopics = ['teams', 'riders', 'checkpoints', 'trace', 'stage'] as const;
export type PaperTopic = (typeof paperTopics)[number];

/** What each paper must have to be one: servers answer with pages of their own, with nothing, and with half of it. */
export const isPaper: Readonly<Record<PaperTopic, (value: unknown) => boolean>> = {
  teams: (value) => recordsOf(value).some(isTeam),
  riders: (value) => recordsOf(value).some((one) => !isTeam(one) && bibOf(one.bib) !== null),
  checkpoints: (value) => Object.keys(recordsOf(value)[0] ?? {}).some((key) => /^\d+$/.test(key)),
  trace: (value) =>
    recordsOf(recordOf(value)?.routePoints ?? []).filter((point) => numberOf(point.lat) !== null).length > 1,
  stage: (value) => recordsOf(value).some((one) => numberOf(one.stage) !== null || textOf(one.date) !== ''),
};
