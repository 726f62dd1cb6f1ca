/** The picture of a graphic that lies beside its module. */
export const THUMBNAIL = { file: 'thumbnail.webp', width: 640, height: 360 };
