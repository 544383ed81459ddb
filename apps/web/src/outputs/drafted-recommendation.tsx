import { TEXT_MAX_LENGTH } from '@spolu/contracts/common';
import type { EditRecommendation } from '@spolu/contracts/outputs';
import { Button } from '@spolu/ui/button';
import { ConfirmDialog } from '@spolu/ui/dialog';
import { Tag } from '@spolu/ui/tag';
import { TextArea } from '@spolu/ui/text-area';
import { TextField } from '@spolu/ui/text-field';
import { ArrowDown, ArrowUp, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../i18n/use-text.ts';
import type { ChosenIdeas } from '../ideas/use-chosen-ideas.ts';
import { fieldIdOf } from '../shell/use-form.ts';
import { IdeaPicker } from './idea-picker.tsx';

export interface DraftedRecommendationProps {
  recommendation: EditRecommendation;
  index: number;
  last: boolean;
  processId: string;
  /** The ideas that recommendations stand on. */
  known: ChosenIdeas;
  errorOf: (path: string) => string | null;
  onChange: (part: Partial<EditRecommendation>) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** One recommendation while it is written: words, ideas behind it, its place. */
export function DraftedRecommendation({ recommendation, index, last, processId, known, errorOf, onChange, onMove, onRemove }: DraftedRecommendationProps) {
  const t = useText('outputs');
  const [picking, setPicking] = useState(false);
  const [removing, setRemoving] = useState(false);
  const number = index + 1;
  const field = (name: 'title' | 'text' | 'reasons') => ({
    id: fieldIdOf(`recommendations.${index}.${name}`),
    label: t(`field.recommendation-${name}`),
    value: recommendation[name],
    onChange: (value: string) => onChange({ [name]: value }),
    error: errorOf(`recommendations.${index}.${name}`),
  });
  const ideasText = useText('ideas');
  const titleOf = (ideaId: string) => {
    const idea = known.of(ideaId);
    return idea === null ? t('unknownIdea') : idea === 'hidden' ? ideasText('choose.hidden') : idea.title;
  };
  const stateOf = (ideaId: string) => {
    const idea = known.of(ideaId);
    return idea === null || idea === 'hidden' || idea.state === 'current' ? null : idea.state;
  };
  return (
    <section className="outputs-drafted" aria-labelledby={`drafted-${recommendation.id}`}>
      <div className="row row-apart">
        <h3 id={`drafted-${recommendation.id}`}>{t('recommendation', { number })}</h3>
        <div className="row">
          <Button look="quiet" iconOnly icon={<ArrowUp aria-hidden size={20} />} aria-label={t('moveUp', { number })} onPress={() => onMove(-1)} isDisabled={index === 0} />
          <Button look="quiet" iconOnly icon={<ArrowDown aria-hidden size={20} />} aria-label={t('moveDown', { number })} onPress={() => onMove(1)} isDisabled={last} />
          <Button look="quiet" iconOnly icon={<Trash2 aria-hidden size={20} />} aria-label={t('remove', { number })} onPress={() => setRemoving(true)} />
        </div>
      </div>
      <TextField {...field('title')} />
      <TextArea {...field('text')} hint={t('field.recommendation-textHint')} rows={5} maxLength={TEXT_MAX_LENGTH} />
      <TextArea {...field('reasons')} optional rows={3} maxLength={TEXT_MAX_LENGTH} />
      <div className="stack stack-s">
        <p className="strong">{t('cites')}</p>
        {recommendation.ideaIds.length === 0 ? (
          <p className="soft">{t('citesNone')}</p>
        ) : (
          <ul role="list" className="outputs-cited">
            {recommendation.ideaIds.map((ideaId) => (
              <li key={ideaId}>
                <span>
                  <a href={`/ideas/${ideaId}`}>{titleOf(ideaId)}</a> {stateOf(ideaId) !== null && <Tag tone="warn">{ideasText(`state.${stateOf(ideaId)!}`)}</Tag>}
                </span>
                <Button
                  look="quiet"
                  size="small"
                  iconOnly
                  icon={<X aria-hidden size={18} />}
                  aria-label={t('uncite', { title: titleOf(ideaId), number })}
                  onPress={() => onChange({ ideaIds: recommendation.ideaIds.filter((one) => one !== ideaId) })}
                />
              </li>
            ))}
          </ul>
        )}
        <div>
          <Button look="secondary" size="small" aria-label={t('citeNamed', { number })} onPress={() => setPicking(true)}>{t('cite')}</Button>
        </div>
      </div>
      {picking && (
        <IdeaPicker
          processId={processId}
          number={number}
          chosen={recommendation.ideaIds}
          onChoose={(ideaIds) => onChange({ ideaIds })}
          onClose={() => setPicking(false)}
        />
      )}
      <ConfirmDialog open={removing} onClose={() => setRemoving(false)} title={t('removeTitle', { number })} confirm={t('removeConfirm')} danger onConfirm={onRemove}>
        {t('removeText')}
      </ConfirmDialog>
    </section>
  );
}
