import { VisuallyHidden } from '@spolu/ui/visually-hidden';
import { useMemo } from 'react';
import { useText } from '../i18n/use-text.ts';
import { wordDiff } from './word-diff.ts';

/** A text with what went struck through and what came underlined; a screen reader is told so in words. */
export function WordChanges({ before, after }: { before: string; after: string }) {
  const t = useText('outputs');
  const stretches = useMemo(() => wordDiff(before, after), [before, after]);
  return (
    <p className="keep-lines outputs-words">
      {stretches.map(({ kind, text }, i) => {
        if (kind === 'same') return <span key={i}>{text}</span>;
        const Mark = kind === 'removed' ? 'del' : 'ins';
        return (
          <Mark key={i}>
            <VisuallyHidden> {t(kind === 'removed' ? 'changes.wordsGone' : 'changes.wordsCame')} </VisuallyHidden>
            {text}
            <VisuallyHidden> {t('changes.wordsEnd')} </VisuallyHidden>
          </Mark>
        );
      })}
    </p>
  );
}
