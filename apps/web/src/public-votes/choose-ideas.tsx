import { VOTE_OPTIONS_MAX } from '@spolu/contracts/public-votes';
import { Button } from '@spolu/ui/button';
import { Notice } from '@spolu/ui/notice';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../i18n/use-text.ts';
import { IdeaChooser } from '../ideas/idea-chooser.tsx';
import { useChosenIdeas } from '../ideas/use-chosen-ideas.ts';
import { ChosenIdeaRow } from './chosen-idea-row.tsx';
import { chosenIn, type ChosenIdea, type VoteValues } from './vote-values.ts';

interface ChooseIdeasProps {
  processId: string;
  values: VoteValues;
  onChange: (chosen: ChosenIdea[]) => void;
  errorOf: (path: string) => string | null;
}

/** Which ideas of the process are voted on, in which order, category and at what cost. One that is not current any more stays, and says why, until it is taken out. */
export function ChooseIdeas({ processId, values, onChange, errorOf }: ChooseIdeasProps) {
  const t = useText('public-votes');
  const chooserText = useText('ideas');
  const { chosen, categories } = values;
  const known = useChosenIdeas(processId, chosen.map(({ ideaId }) => ideaId));
  const [said, setSaid] = useState('');
  const list = useRef<HTMLFieldSetElement>(null);
  // who took one out goes on where it stood
  const focusOn = useRef<string | null>(null);
  useEffect(() => {
    if (focusOn.current === null) return;
    list.current?.querySelector<HTMLElement>(focusOn.current)?.focus();
    focusOn.current = null;
  });
  const choose = (ideaIds: string[]) => onChange(ideaIds.map((ideaId) => chosen.find((one) => one.ideaId === ideaId) ?? { ideaId, category: categories[0]?.key ?? '', cost: null }));
  const put = (changed: ChosenIdea) => onChange(chosen.map((one) => (one.ideaId === changed.ideaId ? changed : one)));
  const titleOf = (ideaId: string) => {
    const idea = known.of(ideaId);
    return idea === null ? '…' : idea === 'hidden' ? chooserText('choose.hidden') : idea.title;
  };
  /** By one place among those of its category; those of others stay where they are. */
  function move(of: readonly ChosenIdea[], from: number, by: -1 | 1) {
    const [one, other] = [of[from], of[from + by]];
    if (!one || !other) return;
    onChange(chosen.map((idea) => (idea === one ? other : idea === other ? one : idea)));
    setSaid(t('form.movedTo', { title: titleOf(one.ideaId), place: from + by + 1 }));
  }
  function takeOut(of: readonly ChosenIdea[], at: number) {
    const { ideaId } = of[at]!;
    const next = of[at + 1] ?? of[at - 1];
    focusOn.current = next ? `[data-idea="${next.ideaId}"] [data-take-out]` : 'input[type=search]';
    onChange(chosen.filter((one) => one.ideaId !== ideaId));
    setSaid(t('form.tookOut', { title: titleOf(ideaId) }));
  }
  return (
    <fieldset className="ui-field" ref={list}>
      <legend className="ui-label">{t('form.options')}</legend>
      <IdeaChooser processId={processId} chosen={chosen.map(({ ideaId }) => ideaId)} known={known} max={VOTE_OPTIONS_MAX} label={t('form.ideas')} onChange={choose} listedBeside />
      {known.failed && (
        <Notice tone="bad" role="alert">
          <p>{chooserText('choose.failed')}</p>
          <Button look="secondary" size="small" onPress={known.tryAgain}>{chooserText('choose.again')}</Button>
        </Notice>
      )}
      <p className="visually-hidden" role="status">{said}</p>
      {categories.map((category, c) => {
        const mine = chosenIn(values, category.key);
        const name = category.title || t('form.nthCategory', { number: c + 1 });
        if (mine.length === 0) return null;
        const label = categories.length > 1 ? t('form.orderOf', { category: name }) : t('form.order');
        return (
          <div key={category.key} className="stack stack-s public-votes-order">
            <p className="strong" id={`order-${category.key}`}>{label}</p>
            {c === 0 && <p className="ui-hint">{t('form.orderHint')}</p>}
            <ol role="list" aria-labelledby={`order-${category.key}`} className="stack stack-s">
              {mine.map((one, i) => (
                <ChosenIdeaRow
                  key={one.ideaId} chosen={one} number={i + 1} last={i === mine.length - 1} idea={known.of(one.ideaId)} title={titleOf(one.ideaId)} values={values}
                  path={`categories.${String(c)}.options.${String(i)}`} errorOf={errorOf} onChange={put} onMove={(by) => move(mine, i, by)} onTakeOut={() => takeOut(mine, i)}
                />
              ))}
            </ol>
          </div>
        );
      })}
    </fieldset>
  );
}
