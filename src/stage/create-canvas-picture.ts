import { canvasPicture } from './canvas-picture.ts';
import { nothingDone, type Picture } from './picture.ts';

/** In the place of `create-picture.ts`, for a graphic in one file: on canvas whatever is asked for, which is the same picture everywhere. */
export const createPicture = (): Promise<Picture> => canvasPicture(nothingDone());
