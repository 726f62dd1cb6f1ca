import { goldens } from './golden.ts';

goldens('canvas');
