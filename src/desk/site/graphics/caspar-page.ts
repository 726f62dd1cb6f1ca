import type { Manifest } from '../../../show/manifest.ts';
import { mostSteps } from '../../../show/steps.ts';
import { gddOf } from '../../../wire/foreign/gdd.ts';
import { withHostFields } from '../../../wire/foreign/host-fields.ts';
import { spxDefinition } from '../../../wire/foreign/spx-definition.ts';
import { spxLayer } from '../../../wire/foreign/spx-layer.ts';

/** What hosts call in the first millisecond is kept until the script below can do it. */
const EARLY = `(function () {
  var calls = (window.ardoiseCalls = []);
  ['play', 'stop', 'next', 'update'].forEach(function (name) {
    window[name] = function (data) { calls.push([name, data]); };
  });
})();`;

/** One graphic as a page in one file: `code` is a classic script that needs nothing beside it. */
export function casparPage(manifest: Manifest, code: string): string {
  const { title, layer } = manifest;
  const gdd = {
    $schema: 'https://superflytv.github.io/GraphicsDataDefinition/gdd-meta-schema/v1/schema.json',
    title: `Ardoise: ${title}`,
    ...gddOf(withHostFields(manifest)),
    gddPlayoutOptions: { client: { duration: null, steps: mostSteps(manifest), dataformat: 'json' } },
  };
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Ardoise: ${title}</title>
    <script>${EARLY}</script>
    <script>window.SPXGCTemplateDefinition = ${asScript(spxDefinition(manifest, spxLayer(layer)))};</script>
    <script name="graphics-data-definition" type="application/json+gdd">${asScript(gdd)}</script>
    <style>
      html, body, #root { margin: 0; width: 100%; height: 100%; overflow: hidden; background: transparent; }
    </style>
  </head>
  <body>
    <div id="root"></div>
    <script>${unclosed(code)}</script>
  </body>
</html>
`;
}

const asScript = (data: object): string => JSON.stringify(data).replaceAll('<', '\\u003c');

/** Within texts of a script: what a document would read as the end of the script, or as the beginning of a comment. */
const unclosed = (code: string): string => code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
