import type { AnswerOption } from '@spolu/contracts/activities/answers';
import { PlainButton, PlainSelect } from '@spolu/ui/plain';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { InBoth, useInBoth } from '../../in-both.tsx';
import { usePhoneText } from '../../phone/phone-text.tsx';
import type { AnswerFormProps } from '../answers/answer-form.ts';
import { OptionNotes } from '../answers/option-notes.tsx';
import { placeAt, takeOut } from './places.ts';

/** Options are put in order by buttons and by number; each move is said aloud, and the focus stays with the option that moved. */
export function RankingForm({ draft, change, answers: { options } }: AnswerFormProps<'ranking'>) {
  const { t } = usePhoneText();
  const inBoth = useInBoth();
  const [said, setSaid] = useState('');
  const lists = useRef<HTMLDivElement>(null);
  const ranking = draft?.ranking ?? [];
  const ranked = ranking.flatMap((optionId) => options.filter(({ id }) => id === optionId));
  const unranked = options.filter(({ id }) => !ranking.includes(id));

  function put({ id, title }: AnswerOption, place: number) {
    const next = placeAt(ranking, id, place);
    change({ kind: 'ranking', ranking: next });
    setSaid(t('answers.moved', { title: inBoth(title), place: next.indexOf(id) + 1, of: next.length }));
  }
  function remove({ id, title }: AnswerOption) {
    change({ kind: 'ranking', ranking: takeOut(ranking, id) });
    setSaid(t('answers.tookOut', { title: inBoth(title) }));
    // The button that was pressed is gone with its row.
    lists.current?.focus();
  }

  return (
    <div ref={lists} tabIndex={-1} className="stack">
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {ranked.length > 0 && (
        <section className="stack stack-s" aria-labelledby="ranked">
          <h2 id="ranked">{t('answers.ranked')}</h2>
          <ol role="list" className="stack stack-s">
            {ranked.map((option, i) => (
              <li key={option.id} className="ui-card phone-option answers-ranked" data-chosen>
                <h3>
                  {i + 1}. <InBoth of={option.title} />
                </h3>
                <OptionNotes option={option} />
                <div className="answers-places" role="group" aria-label={inBoth(option.title)}>
                  <PlainSelect
                    label={<span className="visually-hidden">{t('answers.placeOf', { title: inBoth(option.title) })}</span>}
                    options={ranked.map((_, place) => ({ id: String(place + 1), label: `${String(place + 1)}.` }))}
                    value={String(i + 1)}
                    onChange={(place) => put(option, Number(place))}
                  />
                  <PlainButton look="secondary" iconOnly icon={<ArrowUp aria-hidden size={24} />} aria-label={t('answers.up', { title: inBoth(option.title) })} aria-disabled={i === 0} onClick={() => i > 0 && put(option, i)} />
                  <PlainButton
                    look="secondary"
                    iconOnly
                    icon={<ArrowDown aria-hidden size={24} />}
                    aria-label={t('answers.down', { title: inBoth(option.title) })}
                    aria-disabled={i === ranked.length - 1}
                    onClick={() => i < ranked.length - 1 && put(option, i + 2)}
                  />
                  <PlainButton look="quiet" iconOnly icon={<X aria-hidden size={24} />} aria-label={t('answers.takeOut', { title: inBoth(option.title) })} onClick={() => remove(option)} />
                </div>
              </li>
            ))}
          </ol>
        </section>
      )}
      <p className="soft">{t('answers.rankedHint')}</p>
      {unranked.length > 0 && (
        <section className="stack stack-s" aria-labelledby="unranked">
          <h2 id="unranked">{t('answers.unranked')}</h2>
          <ul role="list" className="stack stack-s">
            {unranked.map((option) => (
              <li key={option.id} className="ui-card phone-option answers-unranked">
                <h3><InBoth of={option.title} /></h3>
                <OptionNotes option={option} />
                <PlainButton look="secondary" aria-label={t('answers.rankIt', { title: inBoth(option.title) })} onClick={() => put(option, ranking.length + 1)}>
                  {t('answers.rank')}
                </PlainButton>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
