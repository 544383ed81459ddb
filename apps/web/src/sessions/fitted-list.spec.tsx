import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { act, render, screen } from '@testing-library/react';
import { FittedList } from './fitted-list.tsx';

/** A box of 100 × 100. In step n stand n columns, and an item is 24, 16 or 8 high: 4, 12 and 36 have room. */
const HEIGHT = { '1': 24, '2': 16, '3': 8 } as const;
type Step = keyof typeof HEIGHT;

let resize: () => void;
const real = globalThis.ResizeObserver;
beforeEach(() => {
  globalThis.ResizeObserver = class {
    constructor(changed: ResizeObserverCallback) {
      resize = () => changed([], this);
    }
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  jest.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    if (!this.matches('li')) return new DOMRect(0, 0, 100, 100);
    const step = this.closest<HTMLElement>('.hall-fitted')!.dataset['fit'] as Step;
    const perColumn = Math.floor(100 / HEIGHT[step]);
    const width = 100 / Number(step);
    const index = [...this.parentElement!.children].indexOf(this);
    return new DOMRect(Math.floor(index / perColumn) * width, (index % perColumn) * HEIGHT[step], width, HEIGHT[step]);
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  globalThis.ResizeObserver = real;
});

const list = (count: number) => (
  <FittedList of={count} more={(more) => `a ${more} ďalších`}>
    <ol>
      {Array.from({ length: count }, (_, i) => (
        <li key={i}>Možnosť {i + 1}</li>
      ))}
    </ol>
  </FittedList>
);
const stepOf = (container: Element) => container.querySelector<HTMLElement>('.hall-fitted')?.dataset['fit'];

test.each([[0, '1'], [4, '1'], [5, '2'], [12, '2'], [13, '3'], [36, '3']])('%i items take step %s, the largest type that holds them, and none is left out', (count, step) => {
  const { container } = render(list(count));
  expect(stepOf(container)).toBe(step);
  expect(container.querySelectorAll('[data-cut]')).toHaveLength(0);
  expect(screen.queryByText(/ďalších/)).toBeNull();
});

test('what not even the last step holds is left out from the end, and counted', () => {
  const { container } = render(list(45));
  expect(stepOf(container)).toBe('3');
  expect([...container.querySelectorAll('[data-cut]')].map((item) => item.textContent)).toEqual(Array.from({ length: 9 }, (_, i) => `Možnosť ${37 + i}`));
  expect(screen.getByText('a 9 ďalších')).toBeTruthy();
});

test('a shorter list comes back to the larger type; the wall that changes its size is measured anew', () => {
  const { container, rerender } = render(list(45));
  rerender(list(4));
  expect(stepOf(container)).toBe('1');
  expect(screen.queryByText(/ďalších/)).toBeNull();
  container.querySelector<HTMLElement>('.hall-fitted')!.dataset['fit'] = '3';
  act(() => resize());
  expect(stepOf(container)).toBe('1');
});
