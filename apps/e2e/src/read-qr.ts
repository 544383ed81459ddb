import type { Locator } from 'playwright-core';
import decodeQr from 'qr/decode.js';

/** What a camera reads from a QR code as it is drawn on the page. @throws where there is none to read */
export async function readQr(code: Locator): Promise<string> {
  const png = (await code.screenshot()).toString('base64');
  // The browser unpacks its own picture, on a page that no policy of ours holds back.
  const page = await code.page().context().newPage();
  try {
    const { width, height, data } = await page.evaluate(async (encoded) => {
      const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${encoded}`)).blob());
      const drawing = new OffscreenCanvas(picture.width, picture.height).getContext('2d')!;
      drawing.drawImage(picture, 0, 0);
      return { width: picture.width, height: picture.height, data: [...drawing.getImageData(0, 0, picture.width, picture.height).data] };
    }, png);
    return decodeQr({ width, height, data: Uint8ClampedArray.from(data) });
  } finally {
    await page.close();
  }
}
