import { expect, test } from 'vitest';
import { saidIn } from '../../../src/host/foreign/said-in.ts';

const said = (data: unknown) => {
  const complaints: string[] = [];
  return { values: saidIn(data, (sentence) => complaints.push(sentence)), complaints: complaints.length };
};

test('JSON as text, an object, and nothing at all', () => {
  expect(said('{"bib":"12","epochID":1}')).toEqual({ values: { bib: '12', epochID: 1 }, complaints: 0 });
  expect(said({ bib: 12 })).toEqual({ values: { bib: 12 }, complaints: 0 });
  for (const nothing of ['', '  ', undefined, null, {}]) expect(said(nothing)).toEqual({ values: {}, complaints: 0 });
});

test("the XML of CasparCG's own client, in either quotes, with values as they came", () => {
  const component = (id: string, value: string) =>
    `<componentData id="${id}"><data id="text" value="${value}"/></componentData>`;
  const xml = `<templateData>${component('bib', '12')}${component('line', 'AT&amp;T &quot;x&quot;')}
    <componentData id='theme'><data value='' id='text' /></componentData></templateData>`;
  expect(said(xml)).toEqual({ values: { bib: '12', line: 'AT&amp;T &quot;x&quot;', theme: '' }, complaints: 0 });
  expect(said('<templateData></templateData>')).toEqual({ values: {}, complaints: 0 });
});

test('what is neither is complained of, and is nothing', () => {
  for (const wrong of ['{"bib":', '[1, 2]', '7', 'bib=12'])
    expect(said(wrong), wrong).toEqual({ values: {}, complaints: 1 });
});
