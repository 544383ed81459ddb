import { ASSESSED_AT_ONCE_MAX } from '@spolu/contracts/assessment';
import type { IdeaList } from '@spolu/contracts/ideas';
import { Checkbox, CheckboxGroup } from '@spolu/ui/checkbox';
import { TextField } from '@spolu/ui/text-field';
import { useState } from 'react';
import { useList } from '../http/use-list.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { MoreOf } from '../shell/more-of.tsx';
import { useSettled } from '../shell/use-settled.ts';

interface AskedIdeasProps {
  processId: string;
  chosen: readonly string[];
  onChange: (ideaIds: string[]) => void;
  error: string | null;
  /** Of the first box, for links of the error summary. */
  id: string;
}

/** Chooses from the ideas of a process, however many there are: by words and page by page. What is chosen stays in sight, whatever is looked for next. */
export function AskedIdeas({ processId, chosen, onChange, error, id }: AskedIdeasProps) {
  const t = useText('assessment');
  const [typed, setTyped] = useState('');
  const search = useSettled(typed.trim());
  const list = useList<IdeaList>(`/processes/${processId}/ideas${search && `?${new URLSearchParams({ search }).toString()}`}`, { keep: true });
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map());
  return (
    <Loaded query={list}>
      {({ items }) => {
        if (items.length === 0 && search === '') return <p className="soft">{t('ask.noIdeas')}</p>;
        const shown = items.map((idea) => idea.id);
        const elsewhere = chosen.filter((one) => !shown.includes(one));
        const choose = (ideaIds: string[]) => {
          setTitles((before) => new Map([...before, ...items.map((idea) => [idea.id, idea.title] as const)]));
          onChange(ideaIds);
        };
        return (
          <>
            {/* enter looks, it does not send the form */}
            <div role="search" aria-label={t('ask.search')} onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}>
              <TextField type="search" optional label={t('ask.search')} value={typed} onChange={setTyped} autoComplete="off" />
            </div>
            <p role="status" className="soft small">{items.length === 0 ? t('ask.nothing') : t('ask.chosen', { count: chosen.length })}</p>
            {items.length > 1 && (
              <Checkbox
                label={t('ask.allShown')}
                checked={shown.every((one) => chosen.includes(one))}
                onChange={(checked) => choose(checked ? [...new Set([...chosen, ...shown])].slice(0, ASSESSED_AT_ONCE_MAX) : elsewhere)}
              />
            )}
            <div className="assessment-ideas">
              <CheckboxGroup
                id={id}
                label={t('ask.ideas')}
                hint={t('ask.ideasHint')}
                options={[...elsewhere.map((one) => ({ id: one, label: titles.get(one) ?? '' })), ...items.map((idea) => ({ id: idea.id, label: idea.title }))]}
                value={chosen}
                onChange={choose}
                error={error}
              />
              <MoreOf list={list} label={t('ask.ideas')} />
            </div>
          </>
        );
      }}
    </Loaded>
  );
}
