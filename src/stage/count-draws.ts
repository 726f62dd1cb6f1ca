import type { Counts } from './picture.ts';

const DRAWS_2D = ['drawImage', 'fill', 'fillRect', 'stroke', 'strokeRect', 'fillText'] as const;
const DRAWS_GL = ['drawElements', 'drawArrays', 'drawElementsInstanced', 'drawArraysInstanced'] as const;
const UPLOADS_GL = ['texImage2D', 'texSubImage2D'] as const;

/** Counts what is drawn through a context, for the price of a call. */
export function count2d(context: CanvasRenderingContext2D, counts: Counts): void {
  for (const name of DRAWS_2D) before(context, name, () => counts.drawCalls++);
}

export function countGl(gl: WebGL2RenderingContext, counts: Counts): void {
  for (const name of DRAWS_GL) before(gl, name, () => counts.drawCalls++);
  for (const name of UPLOADS_GL) before(gl, name, () => counts.uploads++);
}

/** Hides the method of the prototype behind one of the object itself. */
function before<T extends object>(target: T, name: keyof T & string, does: () => void): void {
  const method = target[name];
  if (typeof method !== 'function') throw new Error(`A drawing context without ${name} cannot be counted.`);
  Object.defineProperty(target, name, {
    value: (...args: unknown[]) => {
      does();
      return Reflect.apply(method, target, args);
    },
  });
}
