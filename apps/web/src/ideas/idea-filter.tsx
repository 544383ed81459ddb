import type { IdeaCategory } from '@spolu/contracts/idea-intake';
import { IDEA_SORTS, IDEA_STATE_FILTERS } from '@spolu/contracts/idea-choices';
import { LANGUAGES } from '@spolu/contracts/plain';
import { Button } from '@spolu/ui/button';
import { PlainSelect, PlainTextField } from '@spolu/ui/plain';
import { SlidersHorizontal } from 'lucide-react';
import { useId, useState } from 'react';
import { LANGUAGE_NAMES } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { useNarrow } from '../shell/use-narrow.ts';
import type { IdeaFilterState } from './use-idea-filter.ts';

interface IdeaFilterProps {
  filter: IdeaFilterState;
  categories: readonly IdeaCategory[];
}

/** Search and choices above a list of ideas, plain ones: the list is to be read before the library of fields is there. On a phone the choices are folded behind a button that says how many are made, so that the first screen shows ideas. */
export function IdeaFilter({ filter, categories }: IdeaFilterProps) {
  const t = useText('ideas');
  const narrow = useNarrow();
  const [unfolded, setUnfolded] = useState(false);
  const choicesId = useId();
  const shown = !narrow || unfolded;
  const { chosenCount } = filter;
  return (
    <div role="search" className="ideas-filter no-print" aria-label={t('list.search')}>
      <PlainTextField type="search" label={t('list.search')} value={filter.typed} onChange={filter.handleTyped} autoComplete="off" />
      {narrow && (
        <Button look="secondary" icon={<SlidersHorizontal aria-hidden size={18} />} aria-expanded={shown} aria-controls={choicesId} onPress={() => setUnfolded(!unfolded)}>
          {chosenCount === 0 ? t('filter.choices') : t('filter.choicesMade', { number: chosenCount })}
        </Button>
      )}
      <div className="ideas-choices" id={choicesId} hidden={!shown}>
        {shown && <Choices filter={filter} categories={categories} />}
      </div>
    </div>
  );
}

function Choices({ filter: { values, set }, categories }: IdeaFilterProps) {
  const t = useText('ideas');
  return (
    <>
      {categories.length > 0 && (
        <PlainSelect
          label={t('field.category')}
          options={[{ id: '', label: t('filter.anyCategory') }, ...categories.map(({ id, title }) => ({ id, label: title }))]}
          value={values.categoryId}
          onChange={(chosen) => set('categoryId', chosen)}
        />
      )}
      <PlainSelect
        label={t('filter.state')}
        options={IDEA_STATE_FILTERS.map((id) => ({ id, label: t(`filter.states.${id}`) }))}
        value={values.state}
        onChange={(chosen) => set('state', chosen)}
      />
      <PlainSelect
        label={t('filter.language')}
        options={[{ id: '', label: t('filter.anyLanguage') }, ...LANGUAGES.map((id) => ({ id, label: LANGUAGE_NAMES[id] }))]}
        value={values.language}
        onChange={(chosen) => set('language', chosen)}
      />
      <PlainSelect
        label={t('filter.place')}
        options={(['', 'yes', 'no'] as const).map((id) => ({ id, label: t(`filter.places.${id || 'any'}`) }))}
        value={values.place}
        onChange={(chosen) => set('place', chosen)}
      />
      <PlainSelect label={t('sort.label')} options={IDEA_SORTS.map((id) => ({ id, label: t(`sort.${id}`) }))} value={values.sort} onChange={(chosen) => set('sort', chosen)} />
    </>
  );
}
