import type { Drawing, Drawn } from '@spolu/board/drawing/drawing';

/** What every browser of today's can hold in one picture, by side and by pixels. Beyond it a canvas stays empty without a word. */
const SIDE_MAX = 16_384;
const PIXELS_MAX = 120_000_000;
/** Less than this nobody can read. */
const SCALE_MIN = 0.1;
const FONT = "'Source Sans 3', sans-serif";

export interface PaintedDrawing {
  blob: Blob;
  /** At most what was asked for. */
  scale: number;
}

/** How large a drawing can be painted, up to the scale that is asked for. */
export function paintableScale({ width, height }: Pick<Drawing, 'width' | 'height'>, asked: number): number {
  return Math.min(asked, SIDE_MAX / width, SIDE_MAX / height, Math.sqrt(PIXELS_MAX / (width * height)));
}

/** Paints a drawing as a PNG; smaller, where the device can't hold one so large. @returns null where it can hold none */
export async function paintDrawing(drawing: Drawing, asked: number, addressOf: (fileId: string) => string): Promise<PaintedDrawing | null> {
  await Promise.all(['16px', '600 16px'].map((font) => document.fonts.load(`${font} ${FONT}`)));
  const pictures = await loadPictures(drawing, addressOf);
  for (let scale = paintableScale(drawing, asked); scale >= SCALE_MIN; scale /= 2) {
    const blob = await painted(drawing, scale, pictures);
    if (blob) return { blob, scale };
  }
  return null;
}

type Pictures = ReadonlyMap<string, HTMLImageElement>;

/** A picture that can't be had is left out. */
async function loadPictures({ items }: Drawing, addressOf: (fileId: string) => string): Promise<Pictures> {
  const fileIds = new Set(items.flatMap((item) => (item.kind === 'picture' ? [item.fileId] : [])));
  const loaded = await Promise.all(
    Array.from(fileIds, async (fileId) => {
      const image = new Image();
      image.src = addressOf(fileId);
      return image.decode().then(
        () => [[fileId, image] as const],
        () => [],
      );
    }),
  );
  return new Map(loaded.flat());
}

function painted(drawing: Drawing, scale: number, pictures: Pictures): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.floor(drawing.width * scale));
  canvas.height = Math.max(1, Math.floor(drawing.height * scale));
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) return Promise.resolve(null);
  context.fillStyle = drawing.background;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.setTransform(scale, 0, 0, scale, -drawing.x * scale, -drawing.y * scale);
  context.textBaseline = 'alphabetic';
  for (const item of drawing.items) paint(context, item, pictures);
  // a canvas that could not be had gives nothing, or throws
  return new Promise((done) => {
    try {
      canvas.toBlob(done, 'image/png');
    } catch {
      done(null);
    }
  });
}

function paint(context: CanvasRenderingContext2D, item: Drawn, pictures: Pictures): void {
  switch (item.kind) {
    case 'box':
      context.beginPath();
      context.roundRect(item.x, item.y, item.width, item.height, item.radius);
      fillAndLine(context, item);
      return;
    case 'path':
      context.save();
      context.globalAlpha = item.opacity;
      context.lineCap = context.lineJoin = 'round';
      fillAndLine(context, item, new Path2D(item.path));
      context.restore();
      return;
    case 'picture': {
      const image = pictures.get(item.fileId);
      if (image) context.drawImage(image, item.x, item.y, item.width, item.height);
      return;
    }
    case 'words':
      context.font = `${item.bold ? '600 ' : ''}${item.fontSize}px ${FONT}`;
      context.fillStyle = item.colour;
      context.fillText(item.text, item.x, item.y, item.width);
  }
}

function fillAndLine(context: CanvasRenderingContext2D, { fill, line, lineWidth }: { fill: string | null; line: string | null; lineWidth: number }, path?: Path2D): void {
  if (fill !== null) {
    context.fillStyle = fill;
    if (path) context.fill(path);
    else context.fill();
  }
  if (line === null) return;
  context.strokeStyle = line;
  context.lineWidth = lineWidth;
  if (path) context.stroke(path);
  else context.stroke();
}
