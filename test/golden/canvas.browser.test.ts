import { goldens } from './goldens.ts';

goldens('canvas');
