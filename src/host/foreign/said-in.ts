import { isFields } from './schedule.ts';

const COMPONENT = /<componentData\b[^>]*?\bid=(["'])(.*?)\1[^>]*>\s*<data\b[^>]*?\bvalue=(["'])([\s\S]*?)\3/gi;

/**
 * What a host sends: an object, one as text in JSON, or the XML of CasparCG's own client, whose values stay escaped as they
 * came (whoever coerces values takes that off). Nothing, an empty text included, is an empty object; so is what is neither, and
 * that is complained of.
 */
export function saidIn(data: unknown, complain: (sentence: string) => void = console.error): object {
  if (typeof data !== 'string') return isFields(data) ? data : {};
  const text = data.trim();
  if (text === '') return {};
  if (text.startsWith('<'))
    return Object.fromEntries([...text.matchAll(COMPONENT)].map(([, , name = '', , value = '']) => [name, value]));
  try {
    const parsed: unknown = JSON.parse(text);
    if (isFields(parsed)) return parsed;
  } catch {
    // Said below.
  }
  complain(`update() was given text that is neither an object in JSON nor templateData in XML: ${text.slice(0, 80)}`);
  return {};
}
