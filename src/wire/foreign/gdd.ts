import type { Manifest, Param } from '../../show/manifest.ts';

/** One value as Graphics Data Definition describes it (github.com/SuperFlyTV/GraphicsDataDefinition, OGraf's own copy of it). */
export type GddProperty = Readonly<Record<string, unknown>> & {
  readonly type: 'number' | 'integer' | 'string' | 'boolean';
};

export interface GddObject {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, GddProperty>>;
}

/** The values of a graphic, for hosts that make a form of them. */
export const gddOf = ({ params }: Manifest): GddObject => ({
  type: 'object',
  properties: Object.fromEntries(
    Object.entries(params).map(([name, param], i) => [name, { ...propertyOf(param), title: param.label, order: i }]),
  ),
});

function propertyOf(param: Param): GddProperty {
  switch (param.type) {
    case 'number': {
      const { default: value, min: minimum, max: maximum, step = 1 } = param;
      if (step === 1) return { type: 'integer', default: value, minimum, maximum };
      return { type: 'number', default: value, minimum, maximum, multipleOf: step };
    }
    case 'choice':
      return {
        type: 'string',
        gddType: 'select',
        default: param.default,
        enum: Object.keys(param.choices),
        gddOptions: { labels: param.choices },
      };
    case 'text':
      return { type: 'string', gddType: 'single-line', default: param.default, maxLength: param.maxLength };
    case 'flag':
      return { type: 'boolean', default: param.default };
  }
}
