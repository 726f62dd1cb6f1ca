import type { Manifest, Param } from '../../show/manifest.ts';
import { mostSteps } from '../../show/steps.ts';
import { withHostFields } from './host-fields.ts';

/** `window.SPXGCTemplateDefinition`, as SPX reads it when it imports a template. */
export interface SpxDefinition {
  readonly description: string;
  readonly playserver: string;
  readonly playchannel: string;
  readonly playlayer: string;
  readonly webplayout: string;
  /** It stays until it is taken out. */
  readonly out: 'manual';
  readonly dataformat: 'json';
  readonly uicolor: string;
  readonly steps: string;
  readonly DataFields: readonly SpxField[];
}

interface SpxField {
  readonly field: string;
  readonly ftype: 'number' | 'dropdown' | 'textfield' | 'textarea' | 'checkbox' | 'instruction';
  readonly title?: string;
  readonly value: string;
  readonly items?: readonly { readonly text: string; readonly value: string }[];
}

/** A longer text is typed into a field of several lines. */
const LINE = 300;

/** `layer`: of 1 to 5, upon which of its web layers SPX plays the graphic. */
export const spxDefinition = (manifest: Manifest, layer: number): SpxDefinition => ({
  description: `Ardoise: ${manifest.title}`,
  playserver: '-',
  playchannel: '1',
  playlayer: String(layer),
  webplayout: String(layer),
  out: 'manual',
  dataformat: 'json',
  uicolor: '0',
  steps: String(mostSteps(manifest)),
  DataFields: Object.entries(withHostFields(manifest).params).map(([name, param]) => ({
    field: name,
    title: param.label,
    ...fieldOf(param),
  })),
});

function fieldOf(param: Param): Omit<SpxField, 'field' | 'title'> {
  switch (param.type) {
    case 'number':
      return { ftype: 'number', value: String(param.default) };
    case 'flag':
      return { ftype: 'checkbox', value: param.default ? '1' : '0' };
    case 'text':
      return { ftype: param.maxLength > LINE ? 'textarea' : 'textfield', value: param.default };
    case 'choice':
      return {
        ftype: 'dropdown',
        value: param.default,
        items: Object.entries(param.choices).map(([value, text]) => ({ text, value })),
      };
  }
}
