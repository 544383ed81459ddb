import type { QuestionFigures } from '@spolu/contracts/activities/question';
import type { CSSProperties } from 'react';
import type { AnswerText } from '../answers/answer-text.ts';
import './question.css';

interface SaidListProps {
  figures: Extract<QuestionFigures, { said: unknown }>;
  t: AnswerText;
  /** On the wall, where nobody scrolls. */
  isOnWall: boolean;
}

/** So many can be read from the last row. */
const ON_WALL = { words: 24, text: 6 };

/** What people said in their own words: sentences in a list, words as big as they are many. The count stands beside each that more than one said. */
export function SaidList({ figures: { type, said: all, differentCount }, t, isOnWall }: SaidListProps) {
  const said = isOnWall ? all.slice(0, ON_WALL[type]) : all;
  const most = Math.max(1, ...said.map(({ count }) => count));
  const more = differentCount - said.length;
  return (
    <>
      <ul role="list" className={type === 'words' ? 'question-words' : 'question-texts'} aria-label={t('answers.result')}>
        {said.map(({ id, text, count, author }) => (
          <li key={id} className="keep-lines" style={type === 'words' ? ({ '--share': count / most } as CSSProperties) : undefined}>
            {text}
            {author && <span className="soft"> ({author})</span>}
            {(count > 1 || type === 'words') && (
              <span className="question-count">
                {' '}
                <span aria-hidden>{count}×</span>
                <span className="visually-hidden">{t('answers.people', { count })}</span>
              </span>
            )}
          </li>
        ))}
      </ul>
      {more > 0 && <p className="soft">{t('answers.ask.more', { count: more })}</p>}
    </>
  );
}
