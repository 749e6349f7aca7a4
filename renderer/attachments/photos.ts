import { mostThumbnailBytes } from '../../main/contract/index.ts';

/** What is made of a photo: as large as a screen shows, without anything that its file carried besides the picture. */
const longestEdge = 2560;
const thumbnailEdge = 320;

/** Kinds that become another file here. An animated GIF would lose its movement, and HEIC cannot be drawn by a browser. */
const photoTypes = ['image/jpeg', 'image/png', 'image/webp'];

export const isPhoto = (file: Blob): boolean => photoTypes.includes(file.type);

/** A picture in which nothing can be covered here. Some systems do not tell the type of such a file. */
export const isOtherPicture = (file: Pick<File, 'name' | 'type'>): boolean => !photoTypes.includes(file.type) && (file.type.startsWith('image/') || /\.(?:gif|hei[cf])$/i.test(file.name));

/** The photo upright, as a canvas of at most `longestEdge`. Rejects for what is no picture. */
export const openPhoto = async (file: Blob): Promise<HTMLCanvasElement> => {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const canvas = drawScaled(bitmap, bitmap.width, bitmap.height, longestEdge);
  bitmap.close();
  return canvas;
};

/** At most 32 KiB of JPEG. */
export const makeThumbnail = async (picture: HTMLCanvasElement): Promise<Blob> => {
  const small = drawScaled(picture, picture.width, picture.height, thumbnailEdge);
  for (const quality of [0.8, 0.6, 0.4]) {
    const encoded = await encodeJpeg(small, quality);
    if (encoded.size <= mostThumbnailBytes) return encoded;
  }
  return encodeJpeg(drawScaled(small, small.width, small.height, thumbnailEdge / 2), 0.5);
};

export const encodeJpeg = (canvas: HTMLCanvasElement, quality: number): Promise<Blob> =>
  new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('The picture could not be encoded')) : resolve(blob)), 'image/jpeg', quality);
  });

const drawScaled = (source: CanvasImageSource, width: number, height: number, longest: number): HTMLCanvasElement => {
  const scale = Math.min(1, longest / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = contextOf(canvas);
  // What is transparent becomes paper: JPEG knows no transparency.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return canvas;
};

/** @throws when the browser gives none, which it does only when it is out of memory */
export const contextOf = (canvas: HTMLCanvasElement): CanvasRenderingContext2D => {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('This browser cannot draw at the moment');
  return context;
};
