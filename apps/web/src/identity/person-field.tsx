import { NAME_MAX_LENGTH, type Page } from '@spolu/contracts/common';
import type { PersonView } from '@spolu/contracts/identity';
import { SearchSelect } from '@spolu/ui/search-select';
import type { Option } from '@spolu/ui/select';
import { keepPreviousData } from '@tanstack/react-query';
import { useState } from 'react';
import { useResource } from '../http/queries.ts';
import { useProblemText } from '../http/use-problem-text.ts';
import { useText } from '../i18n/use-text.ts';
import { useSettled } from '../shell/use-settled.ts';

const SHOWN = 20;

interface PersonFieldProps {
  id: string;
  label: string;
  onChange: (personId: string | null) => void;
  error: string | null;
}

/** Chooses somebody who has an account here, by the beginnings of her name. Administrators see the e-mail too, which tells two of one name apart. */
export function PersonField({ id, label, onChange, error }: PersonFieldProps) {
  const t = useText('identity');
  const problemText = useProblemText();
  const [chosen, setChosen] = useState<Option | null>(null);
  const [typed, setTyped] = useState('');
  const settled = useSettled(typed.trim().slice(0, NAME_MAX_LENGTH));
  // who was chosen is not looked for again: the list then offers everybody else
  const search = chosen !== null && typed === chosen.label ? '' : settled;
  const people = useResource<Page<PersonView>>(`/people?${new URLSearchParams({ active: 'yes', limit: String(SHOWN), ...(search && { search }) }).toString()}`, { placeholderData: keepPreviousData });
  const isComing = people.isPending || people.isPlaceholderData || settled !== typed.trim().slice(0, NAME_MAX_LENGTH);
  const failed = people.error && !isComing ? problemText(people.error) : null;
  return (
    <SearchSelect
      id={id}
      label={label}
      options={people.data?.items.map(({ id: personId, name, email }) => ({ id: personId, label: name, hint: email ?? undefined })) ?? []}
      value={chosen}
      onChange={(person) => {
        setChosen(person);
        onChange(person?.id ?? null);
      }}
      typed={typed}
      onTyped={setTyped}
      empty={isComing ? t('choose.coming') : (failed ?? t('choose.nobody'))}
      note={failed ?? (people.data?.next && chosen === null && !isComing ? t('choose.more') : undefined)}
      error={error}
    />
  );
}
