import type { PublicVoteView } from '@spolu/contracts/public-votes';
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { useText } from '../i18n/use-text.ts';
import { useMoney, useRuleWords } from './vote-words.ts';

/** The numbered sheets of a vote on paper, each with its code: drawn for the printer alone, in the place of the page. */
export function PrintedSheets({ vote, codes, onPrinted }: { vote: PublicVoteView; codes: readonly string[]; onPrinted: () => void }) {
  const t = useText('public-votes');
  const words = useRuleWords(vote);
  const money = useMoney(vote.rule);
  useEffect(() => {
    window.addEventListener('afterprint', onPrinted);
    window.print();
    return () => window.removeEventListener('afterprint', onPrinted);
  }, [onPrinted]);
  const mark = { ranking: '____', dots: '____', 'any-number': '☐', 'fixed-number': '☐', budget: '☐' }[vote.rule.method];
  return createPortal(
    <div className="public-votes-sheets" aria-hidden>
      {codes.map((code, i) => (
        <article key={code}>
          <header>
            <h1>{vote.title}</h1>
            <p>{t('sheet.number', { number: i + 1 })}</p>
          </header>
          <p>{[words.how, t('sheet.once')].join(' ')}</p>
          {vote.openBallots && <p>{t('secret.openBallots')}</p>}
          {vote.categories.map((category) => (
            <section key={category.id}>
              {category.title && <h2>{category.title}</h2>}
              <p>{words.limit(category)}</p>
              <ul>{category.options.map(({ id, title, cost }) => <li key={id}><span>{mark}</span>{cost === null ? title : `${title} – ${money(cost)}`}</li>)}</ul>
            </section>
          ))}
          <footer>{t('sheet.code', { code })}</footer>
        </article>
      ))}
    </div>,
    document.body,
  );
}
