import type { RenderGroup } from 'pixi.js';

/** Whether a value or the structure changed below this group since it was last drawn: pixi keeps the lists itself. */
export function changed(group: RenderGroup): boolean {
  return (
    group.structureDidChange ||
    group.childrenRenderablesToUpdate.index > 0 ||
    Object.values(group.childrenToUpdate).some((atDepth) => atDepth.index > 0) ||
    group.renderGroupChildren.some(changed)
  );
}
