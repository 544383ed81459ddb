import type { IdeaRow } from '@spolu/contracts/ideas';
import { Button } from '@spolu/ui/button';
import { NumberField } from '@spolu/ui/number-field';
import { Select } from '@spolu/ui/select';
import { ArrowDown, ArrowUp, TriangleAlert, X } from 'lucide-react';
import { useText } from '../i18n/use-text.ts';
import { fieldIdOf } from '../shell/use-form.ts';
import type { ChosenIdea, VoteValues } from './vote-values.ts';

interface ChosenIdeaRowProps {
  chosen: ChosenIdea;
  /** Its place in its category. */
  number: number;
  last: boolean;
  /** `null`: not read yet. */
  idea: IdeaRow | 'hidden' | null;
  title: string;
  values: VoteValues;
  /** Of the option in the command. */
  path: string;
  errorOf: (path: string) => string | null;
  onChange: (chosen: ChosenIdea) => void;
  onMove: (by: -1 | 1) => void;
  onTakeOut: () => void;
}

/** One idea that is voted on: its place, category and cost, and what became of it meanwhile. */
export function ChosenIdeaRow({ chosen, number, last, idea, title, values, path, errorOf, onChange, onMove, onTakeOut }: ChosenIdeaRowProps) {
  const t = useText('public-votes');
  const { categories, method } = values;
  const several = categories.length > 1;
  const state = idea === 'hidden' ? 'hidden' : (idea?.state ?? 'current');
  return (
    <li className="public-votes-idea" data-idea={chosen.ideaId}>
      <div className="public-votes-idea-line">
        <span>
          {number}. {idea === null || idea === 'hidden' ? title : <a href={`/ideas/${chosen.ideaId}`} target="_blank" rel="noreferrer">{title}</a>}
        </span>
        <div className="public-votes-idea-tools">
          <Button look="quiet" size="small" iconOnly icon={<ArrowUp aria-hidden size={18} />} aria-label={t('form.up', { title })} onPress={() => onMove(-1)} isDisabled={number === 1} />
          <Button look="quiet" size="small" iconOnly icon={<ArrowDown aria-hidden size={18} />} aria-label={t('form.down', { title })} onPress={() => onMove(1)} isDisabled={last} />
          <Button look="quiet" size="small" iconOnly icon={<X aria-hidden size={18} />} aria-label={t('form.takeOut', { title })} onPress={onTakeOut} data-take-out="" />
        </div>
      </div>
      {state !== 'current' && (
        <p className="small public-votes-since">
          <TriangleAlert aria-hidden size={18} /> {t(`form.since.${state}`)}
        </p>
      )}
      {(several || method === 'budget') && (
        <div className="row">
          {several && (
            <Select
              label={t('form.categoryOf')} width="medium" value={categories.some(({ key }) => key === chosen.category) ? chosen.category : (categories[0]?.key ?? null)} onChange={(category) => onChange({ ...chosen, category })}
              options={categories.map(({ key, title: name }, i) => ({ id: key, label: name || t('form.nthCategory', { number: i + 1 }) }))}
            />
          )}
          {method === 'budget' && (
            <NumberField id={fieldIdOf(`${path}.cost`)} label={t('form.cost')} value={chosen.cost} min={1} width="medium" onChange={(cost) => onChange({ ...chosen, cost })} error={errorOf(`${path}.cost`)} />
          )}
        </div>
      )}
    </li>
  );
}
