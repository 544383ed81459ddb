import { TITLE_MAX_LENGTH, type Page } from '@spolu/contracts/common';
import type { DecisionItemRow } from '@spolu/contracts/review';
import { SearchSelect } from '@spolu/ui/search-select';
import type { Option } from '@spolu/ui/select';
import { keepPreviousData } from '@tanstack/react-query';
import { useState } from 'react';
import { useResource } from '../http/queries.ts';
import { useProblemText } from '../http/use-problem-text.ts';
import { useText } from '../i18n/use-text.ts';
import { useSettled } from '../shell/use-settled.ts';

const SHOWN = 20;
const optionOf = ({ id, decisionNumber, number, title, dossierTitle }: DecisionItemRow): Option => ({ id, label: `${decisionNumber}/${number} ${title}`, hint: dossierTitle });

interface DecisionItemFieldProps {
  id: string;
  /** Of the decision's item. */
  value: string | null;
  onChange: (decisionItemId: string | null) => void;
  error: string | null;
}

/** Which recommendation of which decision, of all there are, a milestone follows from; nothing where nothing was decided yet. */
export function DecisionItemField({ id, value, onChange, error }: DecisionItemFieldProps) {
  const t = useText('commitments');
  const problemText = useProblemText();
  const [picked, setPicked] = useState<Option | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const asked = useResource<Page<DecisionItemRow>>(value === null || picked?.id === value ? null : `/decision-items?id=${value}`);
  const read = asked.data?.items[0];
  const chosen = value === null ? null : picked?.id === value ? picked : read ? optionOf(read) : { id: value, label: '…' };
  const shown = typed ?? chosen?.label ?? '';
  const words = shown.trim().slice(0, TITLE_MAX_LENGTH);
  const settled = useSettled(words);
  const search = chosen !== null && shown === chosen.label ? '' : settled;
  const items = useResource<Page<DecisionItemRow>>(`/decision-items?${new URLSearchParams({ limit: String(SHOWN), ...(search && { search }) }).toString()}`, { placeholderData: keepPreviousData });
  const isComing = items.isPending || items.isPlaceholderData || settled !== words;
  const failed = items.error && !isComing ? problemText(items.error) : null;
  if (value === null && typed === null && items.data?.items.length === 0) return null;
  return (
    <SearchSelect
      id={id}
      label={t('milestone.decision')}
      hint={t('milestone.decisionHint')}
      optional
      options={items.data?.items.map(optionOf) ?? []}
      value={chosen}
      onChange={(option) => {
        setPicked(option);
        onChange(option?.id ?? null);
      }}
      typed={shown}
      onTyped={setTyped}
      empty={isComing ? t('milestone.decisionsComing') : (failed ?? t('milestone.noSuchDecision'))}
      note={failed ?? (items.data?.next && !isComing ? t('milestone.moreDecisions') : undefined)}
      error={error}
    />
  );
}
