import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { chooseStep } from './choose-step.ts';

/** From few and large to many and small, as projector.css knows them; the last is the smallest that the last row of a hall can read. */
const STEPS = ['1', '2', '3'] as const;

/**
 * Lets a list in a box of fixed size choose its columns and its type: the first step (`data-fit`) in which all items have room. Where not even the last
 * one holds them, the rest is left out whole and counted, for a line that says how many more there are. Looks again when `of` or the box's size changes.
 */
export function useFitted<Box extends HTMLElement>(of: unknown): { box: RefObject<Box | null>; cutCount: number } {
  const box = useRef<Box>(null);
  const [cutCount, setCutCount] = useState(0);
  useLayoutEffect(() => {
    const { current } = box;
    if (!current) return;
    const fit = () => {
      const items = [...current.querySelectorAll('li')];
      const cut = chooseStep(STEPS, (step) => {
        current.dataset['fit'] = step;
        const place = current.getBoundingClientRect();
        // What its columns have no room for stands in further columns beside the box.
        return items.filter((item) => {
          const { right, bottom } = item.getBoundingClientRect();
          return right > place.right + 1 || bottom > place.bottom + 1;
        });
      });
      for (const item of items) item.toggleAttribute('data-cut', cut.includes(item));
      setCutCount(cut.length);
    };
    fit();
    const resized = new ResizeObserver(fit);
    resized.observe(current);
    // the letters come after the words: the items grow while the box stays as it is
    for (const item of current.querySelectorAll('li')) resized.observe(item);
    return () => resized.disconnect();
  }, [of]);
  return { box, cutCount };
}
