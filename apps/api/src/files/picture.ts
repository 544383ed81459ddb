import { open } from 'node:fs/promises';
import type Sharp from 'sharp';
import { PICTURE_PIXELS_MAX, PICTURE_SIDE_MAX, SMALL_PICTURE_SIDE_MAX } from '@spolu/contracts/boards';
import { Problem } from '@spolu/contracts/problems';

const SECONDS_MAX = 10;
const QUALITY = 84;

let opening: Promise<typeof Sharp> | undefined;
/** Opened with the first picture: a server that holds three hundred boards has better use for the memory. */
const library = (): Promise<typeof Sharp> => (opening ??= openLibrary());
async function openLibrary(): Promise<typeof Sharp> {
  const { default: sharp } = await import('sharp');
  // Whatever else it could read (SVG, PDF, camera files) is no business of people's uploads.
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] });
  // Drawings of our own, from memory: uploads are read from files, and SVG in a file stays unreadable.
  sharp.unblock({ operation: ['VipsForeignLoadSvgBuffer'] });
  sharp.cache(false);
  return sharp;
}

export interface Picture {
  full: Buffer;
  small: Buffer;
  width: number;
  height: number;
}

/**
 * Draws a picture anew: its first frame, upright, in sRGB, without anything else that lay in the file (place, device, comments, a second file behind it).
 * @throws Problem `unsupported-media-type`, `file/unreadable`, `file/too-many-pixels`
 */
export async function drawAnew(path: string): Promise<Picture> {
  if (!(await isPicture(path))) throw new Problem('unsupported-media-type');
  const sharp = await library();
  try {
    const { width, height } = await sharp(path, { limitInputPixels: false }).metadata();
    if (width * height > PICTURE_PIXELS_MAX) throw new Problem('file/too-many-pixels', { pixels: PICTURE_PIXELS_MAX });
    const full = await fitted(path, PICTURE_SIDE_MAX);
    const small = await fitted(path, SMALL_PICTURE_SIDE_MAX);
    return { full: full.data, small: small.data, width: full.info.width, height: full.info.height };
  } catch (error) {
    throw error instanceof Problem ? error : new Problem('file/unreadable');
  }
}

/** For paper and files: large enough for a poster, on white where it is see-through. */
const JPEG_SIDE_MAX = 1_600;
export const toJpeg = async (picture: Buffer): Promise<Buffer> =>
  (await library())(picture).resize({ width: JPEG_SIDE_MAX, height: JPEG_SIDE_MAX, fit: 'inside', withoutEnlargement: true }).flatten({ background: '#ffffff' }).jpeg({ quality: QUALITY }).toBuffer();

const fitted = async (picture: string | Buffer, side: number) =>
  (await library())(picture, { limitInputPixels: PICTURE_PIXELS_MAX, failOn: 'error' })
    .autoOrient()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: QUALITY })
    .timeout({ seconds: SECONDS_MAX })
    .toBuffer({ resolveWithObject: true });

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);

/** By what it begins with, whatever it calls itself. */
async function isPicture(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer: head } = await file.read(Buffer.alloc(12), 0, 12, 0);
    return head.subarray(0, 8).equals(PNG) || head.subarray(0, 3).equals(JPEG) || (head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP');
  } finally {
    await file.close();
  }
}

/** Paints an SVG that the system drew itself: forms, outlines of letters and pictures within it. Never one that somebody sent. */
export const paintOwn = async (svg: string): Promise<Buffer> => (await library())(Buffer.from(svg), { unlimited: true }).png({ palette: true }).toBuffer();

/** A drawing of the system's own, to be kept as the pictures are that people bring. */
export async function pictureOf(svg: string): Promise<Picture> {
  const painted = await paintOwn(svg);
  const full = await fitted(painted, PICTURE_SIDE_MAX);
  return { full: full.data, small: (await fitted(painted, SMALL_PICTURE_SIDE_MAX)).data, width: full.info.width, height: full.info.height };
}

/** Sides in pixels. */
export async function sizeOf(png: Buffer): Promise<{ width: number; height: number }> {
  const { width = 1, height = 1 } = await (await library())(png).metadata();
  return { width, height };
}
