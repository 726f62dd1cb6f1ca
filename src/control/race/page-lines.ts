import type { Replica } from '../../host/link-replica.ts';
import { FIRST_OUTPUT } from '../../show/delay.ts';
import type { PageState } from '../../wire/crew/half.ts';
import type { Report } from '../../wire/crew/report.ts';
import { isCrew, isOperator } from '../../wire/protocol.ts';
import type { HealthLine } from './health-line.ts';

interface Around {
  /** Something is wanted on air. */
  readonly isWished: boolean;
  /** A moment of the desk's own clock, in words. */
  readonly time: (atMs: number) => string;
}

/** The pages of the desk, one by one; control pages, pages of buttons and control's own monitors are on no air, and counted apart. */
export function pageLines({ counts, list }: Replica['pages'], { isWished, time }: Around): readonly HealthLine[] {
  const crew = (its: { readonly role: string; readonly monitor: boolean }) => its.monitor || isOperator(its.role);
  const apart = counts.filter((its) => crew(its) && its.count > 0);
  const others = list.filter((page) => !crew(page));
  return [
    ...airLine(others, isWished),
    ...grouped(others.map((page) => pageLine(page, time))),
    ...grouped(list.filter((page) => crew(page) && isAmiss(page)).map((page) => pageLine(page, time))),
    ...(apart.length === 0 ? [] : [countLine(apart)]),
  ];
}

/** Graphics that nobody draws are what a producer must not overlook, however well control's own monitors look. */
function airLine(pages: readonly PageState[], isWished: boolean): readonly HealthLine[] {
  const onAir = pages.filter(({ role, lost }) => !lost && role !== 'preview');
  if (onAir.some(({ report }) => report?.obs?.isVisible !== false)) return [];
  const words =
    onAir.length > 0 ? 'every page on air is hidden in OBS' : "no page on air beside control's own monitors";
  return [{ level: isWished ? 'warning' : 'idle', label: 'Pages', words }];
}

/** A monitor or a preview that went away takes nothing from the air. */
const lostLevel = ({ role, monitor }: PageState): HealthLine['level'] => (monitor || isCrew(role) ? 'idle' : 'bad');

function pageLine(page: PageState, time: Around['time']): HealthLine {
  const { role, monitor, output, address, sinceMs, lost, report } = page;
  const name = output === null || output === FIRST_OUTPUT ? '' : ` ${output}`;
  const label = monitor ? `Monitor of ${role}` : `${role.charAt(0).toUpperCase()}${role.slice(1)} page${name}`;
  if (lost) return { level: lostLevel(page), label, words: `lost since ${time(sinceMs)}, was at ${address}` };
  if (!report) return { level: 'idle', label, words: 'has not said what it draws' };
  const { renderer, gpuLost, droppedFrames, missing, faults, lateS = 0, obs } = report;
  const words = [
    renderer,
    obs && inObs(obs),
    lateS > 0 && `${lateS.toFixed(1)} s late`,
    gpuLost > 0 && `GPU lost ${times(gpuLost)}`,
    droppedFrames > 0 && `${droppedFrames} ${droppedFrames === 1 ? 'frame' : 'frames'} dropped in two minutes`,
    ...missing.map((what) => `lacks: ${what}`),
    ...faults.map(({ overlay, message, remedy }) => `${overlay} failed: ${message}; ${remedy}`),
  ];
  return { level: isAmiss(page) ? 'warning' : 'good', label, words: words.filter(Boolean).join(' · ') };
}

function inObs({ isVisible, isActive, scene }: NonNullable<Report['obs']>): string {
  const where = scene === null ? 'in OBS' : `in OBS, scene ${scene}`;
  if (!isVisible) return `${where}, hidden`;
  return isActive ? where : `${where}, not on program`;
}

const isAmiss = ({ lost, report }: PageState): boolean =>
  lost || (report !== null && (report.gpuLost > 0 || report.missing.length > 0 || report.faults.length > 0));

const countLine = (counts: Replica['pages']['counts']): HealthLine => ({
  level: 'idle',
  label: 'Beside them',
  words: counts
    .map(({ role, monitor, count }) => `${monitor ? `monitor of ${role}` : `${role} page`} ${count}`)
    .join(' · '),
});

/** Pages of which the same is to be said are one line. */
function grouped(lines: readonly HealthLine[]): readonly HealthLine[] {
  const same = (a: HealthLine) => (b: HealthLine) => a.label === b.label && a.words === b.words;
  return lines
    .filter((line, place) => lines.findIndex(same(line)) === place)
    .map((line) => {
      const count = lines.filter(same(line)).length;
      return count === 1 ? line : { ...line, words: `${line.words} (${count} of them)` };
    });
}

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);
