import { goldens } from './goldens.ts';

goldens('webgl');
