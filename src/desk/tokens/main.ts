import { tokenTrusts } from '../../wire/trust.ts';
import { readWords } from '../options.ts';
import { isTokenName } from './token.ts';
import { addHolder, readHolders, removeHolder, tokenFileIn } from './token-file.ts';

const USAGE = `Who may do what at a desk that listens beyond its own machine.

  npm run tokens -- list
  npm run tokens -- add operator Ana       a new token, shown this once: ${tokenTrusts.join(', ')}
  npm run tokens -- remove Ana             it is refused from now on, also by a desk that runs

  --tape <folder>    of the desk's tapes (default .tapes)
  --help`;

function end(text: string, code: 0 | 2): never {
  (code === 0 ? process.stdout : process.stderr).write(`${text}\n`);
  process.exit(code);
}

const options = { tape: { type: 'string', default: '.tapes' }, help: { type: 'boolean', short: 'h' } } as const;
const given = readWords(process.argv.slice(2), options);
if (!given.ok) end(given.error, 2);
const { values, positionals } = given.value;
const [verb = 'list', ...rest] = positionals;
const file = tokenFileIn(values.tape);
if (values.help) end(USAGE, 0);

if (verb === 'list' && rest.length === 0) {
  const held = readHolders(file);
  if (!held.ok) end(held.error, 2);
  const lines = held.value.map(
    ({ name, trust, madeAt }) =>
      `${name.padEnd(24)} ${trust.padEnd(9)} since ${new Date(madeAt).toISOString().slice(0, 10)}`,
  );
  end(lines.join('\n') || `There are no tokens in ${file}.`, 0);
}
if (verb === 'add' && rest.length === 2) {
  const [asked, name = ''] = rest;
  const trust = tokenTrusts.find((one) => one === asked);
  if (!trust) end(`No token is made for "${asked}": choose one of ${tokenTrusts.join(', ')}.`, 2);
  if (!isTokenName(name)) end(`"${name}" is no name for a token: 1 to 24 letters, digits, spaces, dots or dashes.`, 2);
  const token = addHolder(file, trust, name);
  if (!token.ok) end(token.error, 2);
  end(
    `${token.value}\n\nThe ${trust} ${name}: add #token=${token.value} to an address of the desk. It is not shown again.`,
    0,
  );
}
if (verb === 'remove' && rest.length === 1) {
  const removed = removeHolder(file, rest[0] ?? '');
  if (!removed.ok) end(removed.error, 2);
  end(`${removed.value.name} is refused from now on.`, 0);
}
end(USAGE, 2);
