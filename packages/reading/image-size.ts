/** How large a picture is, read from its head: before anything makes points of it. */
import { imageSize } from 'image-size';
import { Refusal } from './refusal.ts';

export interface ImageSize {
  /** As the file counts them, before it is turned. */
  width: number;
  height: number;
  /** As in EXIF: 1 is upright. */
  orientation: number;
  type: string;
}

/** A sheet of A3 at 600 dpi has 70 million points; a picture of more is an attack. */
const maxPoints = 100_000_000;
const shortest = 32;

/** Throws {@link Refusal}: damaged, too-large. */
export function sizeOfImage(bytes: Uint8Array): ImageSize {
  // image-size reads on behind the end of shorter ones.
  const size = bytes.length < shortest ? undefined : measured(bytes);
  if (!size || !(size.width >= 1 && size.height >= 1)) throw new Refusal('damaged');
  if (size.width * size.height > maxPoints)
    throw new Refusal('too-large', '图片的尺寸太大，无法读取。请缩小后重新上传。');
  const { width, height, orientation = 1, type = '' } = size;
  return { width, height, orientation, type };
}

function measured(bytes: Uint8Array): ReturnType<typeof imageSize> | undefined {
  try {
    return imageSize(bytes);
  } catch {
    return undefined;
  }
}
