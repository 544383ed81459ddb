import { AsyncLocalStorage } from 'node:async_hooks';
import { expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { Scope } from './scope.ts';

test('work sees its own value and no other, however several of them go beside each other', async () => {
  const scope = new Scope<number>();
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 8 }), async (scheduler, steps) => {
      const works = steps.map((count, value) =>
        scheduler.schedule(Promise.resolve()).then(() =>
          scope.run(value, async () => {
            for (let i = 0; i < count; i++) {
              await scheduler.schedule(Promise.resolve());
              expect(scope.value).toBe(value);
            }
            return value;
          }),
        ),
      );
      await scheduler.waitFor(Promise.all(works));
      expect(await Promise.all(works)).toEqual(steps.map((_, value) => value));
      expect(scope.value).toBeUndefined();
    }),
  );
});

test('one inside another has its own value, and the outer one comes back', async () => {
  const scope = new Scope<string>();
  await scope.run('outer', async () => {
    await scope.run('inner', () => Promise.resolve(expect(scope.value).toBe('inner')));
    expect(scope.value).toBe('outer');
  });
});

test('what fails inside fails outside, and Node follows nothing once the last one is out', async () => {
  const disabled = jest.spyOn(AsyncLocalStorage.prototype, 'disable');
  const scope = new Scope<string>();
  let end = () => {};
  const first = scope.run('first', () => new Promise<void>((resolve) => (end = resolve)));
  await expect(scope.run('second', () => Promise.reject(new Error('within')))).rejects.toThrow('within');
  expect(disabled).not.toHaveBeenCalled();
  end();
  await first;
  expect(disabled).toHaveBeenCalledTimes(1);
  disabled.mockRestore();
});
