import { Language } from '@spolu/contracts/common';
import type { IdeaCategory } from '@spolu/contracts/idea-intake';
import { IdeaSort, IdeaStateFilter } from '@spolu/contracts/ideas';
import { Button } from '@spolu/ui/button';
import { Select } from '@spolu/ui/select';
import { TextField } from '@spolu/ui/text-field';
import { SlidersHorizontal } from 'lucide-react';
import { useId, useState } from 'react';
import { LANGUAGE_NAMES } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { useNarrow } from '../shell/use-narrow.ts';
import type { IdeaFilterState } from './use-idea-filter.ts';

/** A choice of the list boxes has to have a name; this one chooses nothing. */
const ANY = 'any';

interface IdeaFilterProps {
  filter: IdeaFilterState;
  categories: readonly IdeaCategory[];
}

/** Search and choices above a list of ideas. On a phone the choices are folded behind a button that says how many are made, so that the first screen shows ideas. */
export function IdeaFilter({ filter, categories }: IdeaFilterProps) {
  const t = useText('ideas');
  const narrow = useNarrow();
  const [unfolded, setUnfolded] = useState(false);
  const choicesId = useId();
  const shown = !narrow || unfolded;
  const { chosenCount } = filter;
  return (
    <div role="search" className="ideas-filter no-print" aria-label={t('list.search')}>
      <TextField type="search" optional label={t('list.search')} value={filter.typed} onChange={filter.handleTyped} autoComplete="off" />
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
        <Select
          label={t('field.category')}
          options={[{ id: ANY, label: t('filter.anyCategory') }, ...categories.map(({ id, title }) => ({ id, label: title }))]}
          value={values.categoryId || ANY}
          onChange={(chosen) => set('categoryId', chosen === ANY ? '' : chosen)}
        />
      )}
      <Select
        label={t('filter.state')}
        options={IdeaStateFilter.options.map((id) => ({ id, label: t(`filter.states.${id}`) }))}
        value={values.state}
        onChange={(chosen) => set('state', chosen)}
      />
      <Select
        label={t('filter.language')}
        options={[{ id: ANY, label: t('filter.anyLanguage') }, ...Language.options.map((id) => ({ id, label: LANGUAGE_NAMES[id] }))]}
        value={values.language || ANY}
        onChange={(chosen) => set('language', chosen === ANY ? '' : chosen)}
      />
      <Select
        label={t('filter.place')}
        options={([ANY, 'yes', 'no'] as const).map((id) => ({ id, label: t(`filter.places.${id}`) }))}
        value={values.place || ANY}
        onChange={(chosen) => set('place', chosen === 'yes' || chosen === 'no' ? chosen : '')}
      />
      <Select label={t('sort.label')} options={IdeaSort.options.map((id) => ({ id, label: t(`sort.${id}`) }))} value={values.sort} onChange={(chosen) => set('sort', chosen)} />
    </>
  );
}
