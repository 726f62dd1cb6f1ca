import { shortly } from '../../../show/shortly.ts';
import { remoteCommands } from './commands.ts';

export const noCommand = (name: string): string =>
  `There is no command ${shortly(name)}; there are ${remoteCommands.map((one) => one.name).join(', ')}.`;
