import type { IdeaRow } from '@spolu/contracts/ideas';
import { Checkbox } from '@spolu/ui/checkbox';
import { NumberField } from '@spolu/ui/number-field';
import { Select } from '@spolu/ui/select';
import { useText } from '../i18n/use-text.ts';
import { fieldIdOf } from '../shell/use-form.ts';
import { categoryOf, type VoteValues } from './vote-values.ts';

interface ChooseIdeasProps {
  ideas: readonly IdeaRow[];
  values: VoteValues;
  onChange: (chosen: VoteValues['chosen']) => void;
  errorOf: (path: string) => string | null;
}

/** Which ideas of the process are voted on, in which category and at what cost. */
export function ChooseIdeas({ ideas, values, onChange, errorOf }: ChooseIdeasProps) {
  const t = useText('public-votes');
  const { chosen, categories, method } = values;
  const several = categories.length > 1;
  const pathOf = (ideaId: string) => {
    const category = categoryOf(values, ideaId);
    const mine = ideas.filter(({ id }) => chosen[id] && categoryOf(values, id) === category);
    return `categories.${categories.findIndex(({ key }) => key === category)}.options.${mine.findIndex(({ id }) => id === ideaId)}`;
  };
  function choose(ideaId: string, wanted: boolean) {
    const { [ideaId]: before, ...others } = chosen;
    onChange(wanted ? { ...others, [ideaId]: before ?? { category: categories[0]?.key ?? '', cost: null } } : others);
  }
  return (
    <fieldset className="ui-field">
      <legend className="ui-label">{t('form.options')}</legend>
      <p className="ui-hint">{ideas.length === 0 ? t('form.noIdeas') : t('form.chosen', { count: ideas.filter(({ id }) => chosen[id]).length })}</p>
      <ul role="list" className="stack stack-s">
        {ideas.map(({ id, title }) => {
          const one = chosen[id];
          const path = one && pathOf(id);
          return (
            <li key={id} className="public-votes-idea">
              <Checkbox label={title} checked={one !== undefined} onChange={(wanted) => choose(id, wanted)} />
              {one && path && (several || method === 'budget') && (
                <div className="row">
                  {several && (
                    <Select
                      label={t('form.categoryOf')} width="medium" value={categoryOf(values, id) ?? null} onChange={(category) => onChange({ ...chosen, [id]: { ...one, category } })}
                      options={categories.map(({ key, title: name }, i) => ({ id: key, label: name || t('form.nthCategory', { number: i + 1 }) }))}
                    />
                  )}
                  {method === 'budget' && (
                    <NumberField id={fieldIdOf(`${path}.cost`)} label={t('form.cost')} value={one.cost} min={1} width="medium" onChange={(cost) => onChange({ ...chosen, [id]: { ...one, cost } })} error={errorOf(`${path}.cost`)} />
                  )}
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
