import { useEffect, useState } from 'react';

/**
 * So long after a step the buttons that took its button's place wait: the second press of a double click, or of an Enter held too long, is not meant
 * for them.
 */
const STEP_PAUSE_MS = 700;

/** True for a moment after each step. */
export function useStepPause(): [pausing: boolean, pause: () => void] {
  const [pausing, setPausing] = useState(false);
  useEffect(() => {
    if (!pausing) return;
    const over = setTimeout(() => setPausing(false), STEP_PAUSE_MS);
    return () => clearTimeout(over);
  }, [pausing]);
  return [pausing, () => setPausing(true)];
}
