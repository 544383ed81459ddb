import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useText } from '../i18n/use-text.ts';
import { chooseStep } from './choose-step.ts';
import { InBoth } from './in-both.tsx';

/** From the largest type to the smallest that the last row reads, as projector.css knows them. */
const STEPS = ['1', '2', '3'] as const;

/** What people are told, with what stands beneath it, as large as it has room; what is longer ends with a whole line and says where the rest is read. */
export function HallText({ text, look, beneath }: { text: string; look: 'information' | 'instruction'; beneath?: ReactNode }) {
  const t = useText('sessions');
  const box = useRef<HTMLDivElement>(null);
  const [cut, setCut] = useState(false);
  useLayoutEffect(() => {
    const { current } = box;
    const words = current?.firstElementChild;
    if (!current || !words) return;
    const fit = () => {
      current.style.removeProperty('--lines');
      const left = chooseStep(STEPS, (step) => {
        current.dataset['fit'] = step;
        return words.getBoundingClientRect().height > current.getBoundingClientRect().height + 1 ? [words] : [];
      });
      setCut(left.length > 0);
      // the smallest, whose letters do not depend on how far the trying went
      if (left.length === 0) return;
      current.dataset['fit'] = STEPS.at(-1);
      const lines = Math.floor(current.getBoundingClientRect().height / parseFloat(getComputedStyle(words).lineHeight));
      current.style.setProperty('--lines', String(Math.max(1, lines)));
    };
    fit();
    const resized = new ResizeObserver(fit);
    resized.observe(current);
    return () => resized.disconnect();
  }, [text, cut]);
  return (
    <>
      <div className={`hall-${look}`} ref={box}>
        <p className="hall-words keep-lines"><InBoth of={text} />{beneath}</p>
      </div>
      {cut && <p className="hall-more">{t('projector.restOnPhone')}</p>}
    </>
  );
}
