/** One call of a host, as it makes it: without parameters is without any. */
export interface Call {
  readonly method: string;
  readonly params?: object;
  /** What it must answer; left out, 200. Nothing is undefined. */
  readonly answers?: 'a step' | 'no step' | 'nothing' | 400;
}

/** Where a host puts the element. */
export type Mount = 'nowhere' | 'on the page' | 'closed shadow' | 'frame without an origin';

/** A renderer of OGraf as it really is. `tag` is what it calls the element. */
export interface OgrafHost {
  readonly name: string;
  readonly mount: Mount;
  readonly tag: (id: string, version: string) => string;
  readonly calls: (data: object) => readonly Call[];
}

const live = { renderType: 'realtime' };
const filed = { renderType: 'non-realtime' };
const schedule = [
  { timestamp: 0, action: { type: 'playAction', params: {} } },
  { timestamp: 2000, action: { type: 'stopAction', params: {} } },
];

/** As they call in their own sources; each is also a way in which somebody else will. */
export const ografHosts: readonly OgrafHost[] = [
  {
    name: 'ograf-server: named by its id, on the page, a frame rate that is not measured yet',
    mount: 'on the page',
    tag: (id) => id,
    calls: (data) => [
      {
        method: 'load',
        params: { ...live, data, renderCharacteristics: { resolution: { width: 1920, height: 1080 }, frameRate: 0 } },
      },
      { method: 'playAction', params: {}, answers: 'a step' },
      { method: 'updateAction', params: { data } },
      { method: 'customAction', params: { id: 'nobody knows it', payload: {} }, answers: 400 },
      { method: 'stopAction', params: {} },
      { method: 'dispose', params: {} },
    ],
  },
  {
    name: 'ograf-devtool: never on the page, loaded without data',
    mount: 'nowhere',
    tag: (id) => `graphic-component-${id.replaceAll('.', '-')}`,
    calls: () => [
      { method: 'load', params: live },
      { method: 'updateAction', params: { data: {} } },
      { method: 'playAction', params: {}, answers: 'a step' },
      { method: 'stopAction', params: {} },
      { method: 'dispose', params: {} },
      { method: 'load', params: filed },
      { method: 'setActionsSchedule', params: { schedule }, answers: 'nothing' },
      { method: 'goToTime', params: { timestamp: 5000 }, answers: 'nothing' },
      { method: 'dispose', params: {} },
    ],
  },
  {
    name: 'ograf-devtool: in a closed shadow',
    mount: 'closed shadow',
    tag: (id) => `graphic-shadow-${id.replaceAll('.', '-')}`,
    calls: (data) => [
      { method: 'load', params: { ...live, data } },
      { method: 'playAction', params: { goto: 0 }, answers: 'a step' },
      { method: 'playAction', params: { delta: 1000, skipAnimation: true }, answers: 'no step' },
      { method: 'playAction', params: { delta: '1' }, answers: 'a step' },
      { method: 'dispose', params: {} },
    ],
  },
  {
    name: 'the validator of Streamshapers: a frame without an origin',
    mount: 'frame without an origin',
    tag: (id) => `og-${id.replaceAll('.', '-')}`,
    calls: (data) => [
      { method: 'load', params: { ...live, data, renderCharacteristics: {} } },
      { method: 'updateAction', params: { data } },
      { method: 'playAction', params: { goto: 0, skipAnimation: true }, answers: 'a step' },
      { method: 'stopAction', params: { skipAnimation: true } },
      { method: 'updateAction', params: { data } },
      { method: 'dispose', params: {} },
      { method: 'load', params: { ...filed, data } },
      { method: 'setActionsSchedule', params: { schedule }, answers: 'nothing' },
      { method: 'goToTime', params: { timestamp: 0 }, answers: 'nothing' },
      { method: 'dispose', params: {} },
    ],
  },
  {
    name: 'SPX: named by id and version, calls without parameters, all values as texts',
    mount: 'on the page',
    tag: (id, version) => `${id}-v${version}`,
    calls: (data) => {
      const texts = Object.fromEntries(Object.entries(data).map(([name, value]) => [name, String(value)]));
      return [
        { method: 'load', params: { ...live, data: texts, rundownData: {} } },
        { method: 'updateAction', params: { data: texts } },
        { method: 'playAction', params: { data: texts }, answers: 'a step' },
        { method: 'customAction', params: { id: 'x' }, answers: 400 },
        { method: 'stopAction', params: {} },
        { method: 'dispose' },
      ];
    },
  },
  {
    name: 'whoever calls without any parameters',
    mount: 'on the page',
    tag: (id) => `bare-${id.replaceAll('.', '-')}`,
    calls: () => [
      { method: 'load' },
      { method: 'updateAction' },
      { method: 'playAction', answers: 'a step' },
      { method: 'stopAction' },
      { method: 'customAction', answers: 400 },
      { method: 'setActionsSchedule', answers: 'nothing' },
      { method: 'goToTime', answers: 'nothing' },
      { method: 'dispose' },
      { method: 'load' },
      { method: 'playAction', answers: 'a step' },
      { method: 'dispose' },
    ],
  },
];
