import { beforeEach, expect, test } from '@jest/globals';
import { FarImages } from './far-images.ts';

/** What jsdom lacks: pictures that arrive when they are told to. */
let asked: { src: string; arrive: () => void; fail: () => void }[];
class GivenImage {
  src = '';
  complete = false;
  naturalWidth = 0;
  decode(): Promise<void> {
    return new Promise((resolve, reject) => {
      asked.push({
        src: this.src,
        arrive: () => {
          Object.assign(this, { complete: true, naturalWidth: 10 });
          resolve();
        },
        fail: () => reject(new Error('gone')),
      });
    });
  }
}
Object.assign(globalThis, { Image: GivenImage });

let arrivals: number;
let images: FarImages;
const settled = () => new Promise<void>((done) => queueMicrotask(() => queueMicrotask(done)));
beforeEach(() => {
  asked = [];
  arrivals = 0;
  images = new FarImages((fileId) => `/pictures/${fileId}`, () => arrivals++);
});

test('a picture is asked for once, in its small size, and told of when it is there', async () => {
  expect([images.of('a'), images.of('a')]).toEqual([null, null]);
  expect(asked.map(({ src }) => src)).toEqual(['/pictures/a?size=small']);
  asked[0]!.arrive();
  await settled();
  expect(arrivals).toBe(1);
  expect(images.of('a')).toBeInstanceOf(GivenImage);
});

test('one that is gone is not asked for again and again', async () => {
  images.of('a');
  asked[0]!.fail();
  await settled();
  expect([images.of('a'), arrivals, asked.length]).toEqual([null, 0, 1]);
});

test('of many, those asked for last are kept', async () => {
  for (let i = 0; i < 40; i++) images.of(`${i}`);
  for (const { arrive } of asked) arrive();
  await settled();
  images.of('0');
  images.of('new');
  expect(images.of('0')).not.toBeNull();
  expect(images.of('1')).toBeNull();
  expect(asked.at(-1)!.src).toBe('/pictures/1?size=small');
});

test('nothing is painted for a board that was left', async () => {
  images.of('a');
  images.destroy();
  asked[0]!.arrive();
  await settled();
  expect(arrivals).toBe(0);
});
