import { describe, expect, it } from '@jest/globals';
import { Turns } from './turns.ts';

describe('turns', () => {
  it('lets so many work at once, in their order, and goes on after one that failed', async () => {
    const turns = new Turns(2);
    const log: string[] = [];
    const ends = new Map<string, (error?: Error) => void>();
    const start = (name: string) =>
      turns.take(() => {
        log.push(name);
        return new Promise<void>((done, failed) => ends.set(name, (error) => (error ? failed(error) : done())));
      });
    const all = ['a', 'b', 'c', 'd'].map(start);
    expect(log).toEqual(['a', 'b']);
    ends.get('b')!(new Error('torn'));
    await expect(all[1]).rejects.toThrow('torn');
    await Promise.resolve();
    expect(log).toEqual(['a', 'b', 'c']);
    ends.get('a')!();
    await all[0];
    await Promise.resolve();
    expect(log).toEqual(['a', 'b', 'c', 'd']);
    ends.get('c')!();
    ends.get('d')!();
    await Promise.all([all[2], all[3]]);
  });
});
