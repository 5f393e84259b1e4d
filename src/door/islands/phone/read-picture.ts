// Finds a code in a picture, where the browser has no reader of its own. Loaded apart, because it is the largest piece.
import decodeQR from 'qr/decode.js';

/** Longer sides are made this long: enough for a ticket at arm's length, and quick on an old phone. */
const LONGEST = 800;
const canvas = document.createElement('canvas');

/** The text of a code that is in the picture now, or null. */
export function readPicture(video: HTMLVideoElement): string | null {
  const scale = Math.min(1, LONGEST / Math.max(video.videoWidth, video.videoHeight, 1));
  const [width, height] = [Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale)];
  if (width === 0 || height === 0) return null;
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  context.drawImage(video, 0, 0, width, height);
  try {
    return decodeQR({ width, height, data: context.getImageData(0, 0, width, height).data });
  } catch {
    return null;
  }
}
