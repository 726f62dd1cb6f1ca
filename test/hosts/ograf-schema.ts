import { Ajv2020 } from 'ajv/dist/2020.js';

/**
 * What the specification of OGraf asks of a manifest, written down anew from its facts: the first version of its schema of graphics with
 * what it says of data (GDD), and what only its prose and the hosts that there are ask.
 */
const SCHEMA = 'https://ograf.ebu.io/v1/specification/json-schemas/graphics/schema.json';

/** Names that begin so are everybody's; others are nobody's. */
const closed = (properties: object, required: readonly string[]) => ({
  type: 'object',
  properties,
  required,
  patternProperties: { '^v_': {} },
  additionalProperties: false,
});

const string = { type: 'string' };
const number = { type: 'number' };
const when = (properties: object, then: object) => ({ if: { properties, required: Object.keys(properties) }, then });

const labelled = (type: string) =>
  when(
    { gddType: { const: 'select' }, type: { const: type } },
    { properties: { enum: { type: 'array', items: { type } } } },
  );
const typed = (gddType: string, type: string) =>
  when({ gddType: { const: gddType } }, { properties: { type: { const: type } } });
const colored = (gddType: string, pattern: string) =>
  when(
    { gddType: { const: gddType } },
    { properties: { type: { const: 'string' }, pattern: { const: pattern } }, required: ['pattern'] },
  );

/** One value of a graphic's data, or all of it. */
const gdd = {
  type: 'object',
  required: ['type'],
  properties: {
    type: { enum: ['boolean', 'string', 'number', 'integer', 'array', 'object'] },
    gddType: string,
    gddOptions: { type: 'object' },
    label: string,
    title: string,
    description: string,
    hidden: { type: 'boolean' },
    order: number,
  },
  allOf: [
    ...['boolean', 'string', 'number', 'integer'].map((type) =>
      when({ type: { const: type } }, { properties: { default: { type } } }),
    ),
    when({ type: { const: 'array' } }, { required: ['items'], properties: { items: { $ref: '#/$defs/gdd' } } }),
    when(
      { type: { const: 'object' } },
      {
        required: ['properties'],
        properties: { properties: { type: 'object', additionalProperties: { $ref: '#/$defs/gdd' } } },
      },
    ),
    when(
      { gddType: { const: 'select' } },
      {
        required: ['enum', 'gddOptions'],
        properties: { type: { enum: ['string', 'number', 'integer'] }, gddOptions: { required: ['labels'] } },
      },
    ),
    labelled('string'),
    labelled('integer'),
    labelled('number'),
    typed('single-line', 'string'),
    typed('multi-line', 'string'),
    typed('percentage', 'number'),
    typed('duration-ms', 'integer'),
    colored('color-rrggbb', '^#[0-9a-f]{6}$'),
    colored('color-rrggbbaa', '^#[0-9a-f]{8}$'),
  ],
};

const constraint = (type: object) => closed({ max: type, min: type, exact: type, ideal: type }, []);

const manifest = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $defs: { gdd },
  ...closed(
    {
      $schema: { const: SCHEMA },
      id: { type: 'string', pattern: '^[^/]+$' },
      version: string,
      main: string,
      name: string,
      description: string,
      author: closed({ name: string, email: string, url: string }, ['name']),
      customActions: {
        type: 'array',
        items: closed({ id: string, name: string, description: string, schema: {} }, ['id', 'name']),
      },
      supportsRealTime: { type: 'boolean' },
      supportsNonRealTime: { type: 'boolean' },
      stepCount: { type: 'number', minimum: -1 },
      schema: { $ref: '#/$defs/gdd', type: 'object', properties: { type: { const: 'object' } } },
      renderRequirements: {
        type: 'array',
        items: closed(
          {
            resolution: { type: 'object' },
            frameRate: constraint(number),
            accessToPublicInternet: { type: 'object' },
            engine: { type: 'array' },
          },
          [],
        ),
      },
      thumbnails: {
        type: 'array',
        items: closed({ file: string, resolution: closed({ width: number, height: number }, ['width', 'height']) }, [
          'file',
        ]),
      },
    },
    ['$schema', 'id', 'name', 'main', 'supportsRealTime', 'supportsNonRealTime'],
  ),
};

const validate = new Ajv2020({ strict: false, allErrors: true }).compile(manifest);

interface Loose {
  readonly [name: string]: unknown;
  readonly id?: string;
  readonly version?: string;
  readonly main?: string;
  readonly schema?: {
    readonly properties?: Readonly<
      Record<
        string,
        Loose & {
          readonly enum?: unknown[];
          readonly default?: unknown;
          readonly gddOptions?: { readonly labels?: object };
        }
      >
    >;
  };
}

/** What the prose asks, and hosts that there are: one sentence for each rule that is broken. `file` is the name of the manifest. */
function prose(manifest: Loose, file: string): string[] {
  const { id = '', version = '', main = '', stepCount, schema } = manifest;
  const rules: [string, boolean][] = [
    ['the file ends with .ograf.json', file.endsWith('.ograf.json')],
    ['a renderer makes a custom element of its id', /^[a-z][a-z\d._-]*-[a-z\d._-]*$/.test(id)],
    ['SPX makes one of id and version', /^[a-z\d][a-z\d._-]*$/.test(version)],
    ['main lies beside it, by a relative path', /^[\w-]+(\/[\w-]+)*\.m?js$/.test(main)],
    ['the steps are whole', Number.isInteger(stepCount ?? 1)],
    ['the actions are not called so any more', !('actions' in manifest)],
  ];
  for (const [name, one] of Object.entries(schema?.properties ?? {})) {
    const labels = Object.keys(one.gddOptions?.labels ?? {});
    rules.push(
      [`${name} has a title`, typeof one.title === 'string' && one.title !== ''],
      [`${name} has a default`, one.default !== undefined],
      [`each choice of ${name} has a label`, !one.enum || one.enum.every((choice) => labels.includes(String(choice)))],
      [`the default of ${name} is one of its choices`, !one.enum || one.enum.includes(one.default)],
    );
  }
  return rules.filter(([, holds]) => !holds).map(([rule]) => rule);
}

/** What is wrong with a manifest; empty where nothing is. */
export function faultsIn(manifest: object, file: string): string[] {
  validate(manifest);
  const bySchema = (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || 'it'} ${message}`);
  return [...bySchema, ...prose(manifest as Loose, file)];
}
