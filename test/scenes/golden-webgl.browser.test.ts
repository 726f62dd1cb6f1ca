import { goldens } from './golden.ts';

goldens('webgl');
