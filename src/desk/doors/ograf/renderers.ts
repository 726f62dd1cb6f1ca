import type { Manifest } from '../../../show/manifest.ts';
import { isTag } from '../../../show/replay.ts';
import type { Show } from '../../../show/show.ts';
import { type Layer, layers } from '../../../show/zones.ts';
import type { PageState } from '../../../wire/crew/half.ts';
import type { Desk } from '../../desk.ts';
import type { OgrafGraphics } from './graphics.ts';
import { type Instance, type Instances, type RendererId, rendererIds } from './instances.ts';
import { actionsOf } from './renderer-actions.ts';

export interface RendererStatus {
  readonly status: 'OK' | 'WARNING' | 'ERROR';
  readonly message?: string;
}

/** A zone with what stands in it; what begins with `v_` is beyond the specification. */
export interface TargetInfo {
  readonly renderTarget: { readonly zone: Layer };
  readonly name: string;
  readonly description: string;
  readonly graphicInstances: readonly {
    readonly graphicInstanceId: string;
    readonly graphic: { readonly id: string; readonly name: string };
    readonly v_state: 'on air' | 'cued' | 'loaded';
    /** From 0; left out where it is not in the picture. */
    readonly v_currentStep?: number;
    readonly v_data: Readonly<Record<string, unknown>>;
  }[];
}

/** Program and preview as an OGraf server has its renderers, with the zones as their targets. */
export interface Renderers {
  readonly list: readonly object[];
  /** Null where there is no such renderer. */
  id(asked: string): RendererId | null;
  info(renderer: RendererId): object;
  status(renderer: RendererId): RendererStatus;
  targets(renderer: RendererId): readonly TargetInfo[];
  /** Zones in which a graphic may stand. */
  readonly zones: readonly Layer[];
}

const about: Readonly<Record<RendererId, { readonly name: string; readonly description: string }>> = {
  program: { name: 'Program', description: 'What is on air. What is loaded here is not seen until it is played.' },
  preview: {
    name: 'Preview',
    description: 'What is cued. What is loaded here is cued at once; "take" puts on air all that is cued.',
  },
};

export function createRenderers(
  desk: Desk,
  manifests: ReadonlyMap<string, Manifest>,
  instances: Instances,
  graphics: OgrafGraphics,
): Renderers {
  const takeable = [...manifests.values()].filter((one) => !isTag(one));
  const zones = layers.filter((layer) => takeable.some((one) => one.layer === layer));
  const titleOf = (overlay: string) => manifests.get(overlay)?.title ?? overlay;

  const instanceInfo = ({ id, renderer, overlay, item, params }: Instance) => ({
    graphicInstanceId: id,
    graphic: graphics.brief(overlay),
    v_state: item === null ? ('loaded' as const) : renderer === 'program' ? ('on air' as const) : ('cued' as const),
    ...(item && { v_currentStep: item.step }),
    v_data: params,
  });
  const targets = (renderer: RendererId): readonly TargetInfo[] => {
    const all = instances.list(desk.picture().show, renderer);
    return zones.map((zone) => ({
      renderTarget: { zone },
      name: zoneName(zone),
      description: `For ${takeable.flatMap((one) => (one.layer === zone ? one.title : [])).join(', ')}.`,
      graphicInstances: all.filter((one) => one.zone === zone).map(instanceInfo),
    }));
  };
  const status = (renderer: RendererId): RendererStatus => statusOf(renderer, desk, titleOf);
  return {
    list: rendererIds.map((id) => ({ id, ...about[id] })),
    id: (asked) => rendererIds.find((one) => one === asked) ?? null,
    info: (renderer) => ({
      id: renderer,
      ...about[renderer],
      customActions: actionsOf(renderer).map(({ id, name, description }) => ({ id, name, description })),
      // How many frames a second a page draws, its screen says, and no page tells.
      renderCharacteristics: { resolution: { width: 1920, height: 1080 }, accessToPublicInternet: false },
      renderTargetSchema: targetSchema(zones),
      status: status(renderer),
      renderTargets: targets(renderer),
    }),
    status,
    targets,
    zones,
  };
}

const zoneName = (zone: Layer): string => `${zone.charAt(0).toUpperCase()}${zone.slice(1)}`;

const targetSchema = (zones: readonly Layer[]) => ({
  type: 'object',
  properties: {
    zone: {
      type: 'string',
      title: 'Zone',
      description: 'Of the picture. One graphic at a time stands in it.',
      gddType: 'select',
      enum: zones,
      gddOptions: { labels: Object.fromEntries(zones.map((zone) => [zone, zoneName(zone)])) },
    },
  },
  required: ['zone'],
});

/** The pages that show it: of the program those on air, of the preview control's own monitors too. */
export const isPageOf = (renderer: RendererId, { role, monitor }: Pick<PageState, 'role' | 'monitor'>): boolean =>
  role === renderer && (renderer === 'preview' || !monitor);

/** How many show it now. */
export const pagesHere = (desk: Desk, renderer: RendererId): number =>
  desk.register
    .pages()
    .counts.filter((kind) => isPageOf(renderer, kind))
    .reduce((sum, { count }) => sum + count, 0);

function statusOf(renderer: RendererId, desk: Desk, titleOf: (overlay: string) => string): RendererStatus {
  const { counts, list } = desk.register.pages();
  const mine = counts.filter((kind) => isPageOf(renderer, kind));
  const here = pagesHere(desk, renderer);
  // Of the preview a page that was closed without a word is nobody's loss.
  const lost = renderer === 'preview' ? 0 : mine.reduce((sum, { lost: gone }) => sum + gone, 0);
  const reports = list.flatMap((page) => (isPageOf(renderer, page) && !page.lost && page.report) || []);
  const failed = reports.flatMap(({ lives }) => lives.find(({ life }) => life === 'failed') ?? [])[0];
  const fault = reports.flatMap(({ faults }) => faults)[0];
  if (failed) return { status: 'ERROR', message: failedWords(titleOf(failed.overlay), failed.why) };
  if (here === 0)
    return lost > 0
      ? { status: 'ERROR', message: `No page shows the ${renderer}: ${lost} that did fell silent.` }
      : { status: 'WARNING', message: `No page shows the ${renderer}.` };
  if (lost > 0) return { status: 'WARNING', message: `Of the pages that show the ${renderer}, ${lost} fell silent.` };
  if (fault) return { status: 'WARNING', message: `${titleOf(fault.overlay)}: ${fault.message}. ${fault.remedy}` };
  const missing = reports.flatMap((report) => report.missing)[0];
  if (missing) return { status: 'WARNING', message: missing };
  if (renderer === 'program' && isClean(desk.picture().show)) return { status: 'WARNING', message: CLEAN };
  return { status: 'OK' };
}

export const failedWords = (title: string, why: string | null): string =>
  `${title} failed on a page${why === null ? '' : ` (${why})`}: take it out, and take it again.`;

const isClean = ({ latched }: Show): boolean => latched;
const CLEAN = 'The picture is kept clean after a panic: nothing is played until its release.';
