import { overlay } from '../../src/stage/overlay.ts';
import { draw } from './draw.ts';
import { manifest } from './manifest.ts';
import { select } from './select.ts';

export default overlay(manifest, select, draw);
