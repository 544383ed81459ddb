import { useLayoutEffect, useRef, type RefObject } from 'react';

/**
 * Hides what a box with no room left would cut in the middle: half a sentence on a wall makes people read it. Marks the items of the list
 * in the box with `data-cut`; looks again when `of` or the box's size changes.
 */
export function useWholeItems<Box extends HTMLElement>(of: unknown): RefObject<Box | null> {
  const box = useRef<Box>(null);
  useLayoutEffect(() => {
    const { current } = box;
    if (!current) return;
    const mark = () => {
      const { top, bottom } = current.getBoundingClientRect();
      for (const item of current.querySelectorAll('li')) {
        const place = item.getBoundingClientRect();
        // A single note higher than the box is better cut than not there.
        const cut = (place.top < top - 1 || place.bottom > bottom + 1) && place.height < bottom - top;
        item.toggleAttribute('data-cut', cut);
      }
    };
    mark();
    const resized = new ResizeObserver(mark);
    resized.observe(current);
    return () => resized.disconnect();
  }, [of]);
  return box;
}
