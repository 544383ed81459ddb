import type { PublicVoteOption } from '@spolu/contracts/public-votes';
import { Button } from '@spolu/ui/button';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { useText } from '../i18n/use-text.ts';
import { About, type BallotCategoryProps } from './ballot-category.tsx';
import { rankAt, rankedIn, unrank } from './ballot-draft.ts';

/** Options are put in order by buttons, without dragging; each move is said aloud, and the focus stays with the option that moved. */
export function RankedCategory({ category, draft, onChange }: BallotCategoryProps) {
  const t = useText('public-votes');
  const [said, setSaid] = useState('');
  const lists = useRef<HTMLDivElement>(null);
  const ranked = rankedIn(draft, category).flatMap((id) => category.options.filter((option) => option.id === id));
  const unranked = category.options.filter((option) => !ranked.includes(option));

  function put(option: PublicVoteOption, place: number) {
    onChange(rankAt(draft, category, option.id, place));
    setSaid(t('ranking.moved', { title: option.title, place }));
  }
  function takeOut({ id, title }: PublicVoteOption) {
    onChange(unrank(draft, id));
    setSaid(t('ranking.tookOut', { title }));
    // The button that was pressed is gone with its row.
    lists.current?.focus();
  }
  return (
    <div ref={lists} tabIndex={-1} className="stack">
      <p className="visually-hidden" role="status">{said}</p>
      {ranked.length > 0 && (
        <ol role="list" className="stack stack-s" aria-label={t('ranking.ranked')}>
          {ranked.map((option, i) => (
            <li key={option.id} className="ui-card public-votes-option" data-chosen>
              <h3>{i + 1}. {option.title}</h3>
              <About option={option} />
              <div className="row" role="group" aria-label={option.title}>
                <Button look="secondary" size="thumb" iconOnly icon={<ArrowUp aria-hidden size={24} />} aria-label={t('ranking.up', { title: option.title })} isDisabled={i === 0} onPress={() => put(option, i)} />
                <Button look="secondary" size="thumb" iconOnly icon={<ArrowDown aria-hidden size={24} />} aria-label={t('ranking.down', { title: option.title })} isDisabled={i === ranked.length - 1} onPress={() => put(option, i + 2)} />
                <Button look="quiet" size="thumb" iconOnly icon={<X aria-hidden size={24} />} aria-label={t('ranking.takeOut', { title: option.title })} onPress={() => takeOut(option)} />
              </div>
            </li>
          ))}
        </ol>
      )}
      {unranked.length > 0 && (
        <ul role="list" className="stack stack-s" aria-label={t('ranking.unranked')}>
          {unranked.map((option) => (
            <li key={option.id} className="ui-card public-votes-option">
              <h3>{option.title}</h3>
              <About option={option} />
              <div><Button look="secondary" size="thumb" aria-label={t('ranking.putOf', { title: option.title, place: ranked.length + 1 })} onPress={() => put(option, ranked.length + 1)}>{t('ranking.put', { place: ranked.length + 1 })}</Button></div>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
