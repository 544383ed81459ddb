import { PlainButton } from '@spolu/ui/plain';
import { Problem, type ProblemCode } from '@spolu/contracts/problems';
import { useProblemText } from '../http/use-problem-text.ts';
import { useText } from '../i18n/use-text.ts';
import type { NotTakenText } from './pending-store.ts';

/** Words the board refused: nothing typed is lost. They stay here, with the reason, until they are used or dropped. */
export function NotTakenList({ texts, onAgain, onDrop }: { texts: readonly NotTakenText[]; onAgain: ((text: NotTakenText) => void) | null; onDrop: (text: NotTakenText) => void }) {
  const t = useText('boards');
  const problemText = useProblemText();
  if (texts.length === 0) return null;
  return (
    <section className="board-not-taken" aria-labelledby="board-not-taken" role="alert">
      <h2 id="board-not-taken">{t('notTaken.title', { count: texts.length })}</h2>
      <p className="small soft">{t('notTaken.kept')}</p>
      <ul role="list" className="stack stack-s">
        {texts.map((text) => (
          <li key={text.id} className="ui-note">
            <p className="keep-lines">{text.text}</p>
            <p className="small">{text.code === 'board/resync' ? t('notTaken.lost') : problemText(new Problem(text.code as ProblemCode))}</p>
            <div className="row">
              {onAgain && (
                <PlainButton size="small" look="secondary" onClick={() => onAgain(text)}>
                  {t('notTaken.again')}
                </PlainButton>
              )}
              <PlainButton size="small" look="quiet" onClick={() => onDrop(text)}>
                {t('notTaken.drop')}
              </PlainButton>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
