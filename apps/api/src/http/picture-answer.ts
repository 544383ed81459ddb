import type { Response } from 'express';

/** A picture that people brought. Its address alone shows it to nobody else; a browser keeps it and asks again each time, so that a removal holds at once (SEC-51). */
export function sendPicture(response: Response, version: string, webp: Buffer): void {
  response.set({
    'Content-Type': 'image/webp', 'Content-Disposition': 'inline; filename="picture.webp"', 'Content-Security-Policy': `default-src 'none'; sandbox`,
    'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'private, no-cache', 'ETag': `"${version}"`, 'Vary': 'Cookie',
  });
  response.send(webp);
}
