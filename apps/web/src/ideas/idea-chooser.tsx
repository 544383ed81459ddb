import type { IdeaList, IdeaRow } from '@spolu/contracts/ideas';
import { Checkbox, CheckboxGroup } from '@spolu/ui/checkbox';
import { TextField } from '@spolu/ui/text-field';
import { useState } from 'react';
import { useList } from '../http/use-list.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { MoreOf } from '../shell/more-of.tsx';
import { useSettled } from '../shell/use-settled.ts';
import './idea-chooser.css';
import type { ChosenIdeas } from './use-chosen-ideas.ts';

interface IdeaChooserProps {
  processId: string;
  /** In the order in which they were chosen. */
  chosen: readonly string[];
  onChange: (ideaIds: string[]) => void;
  /** What `useChosenIdeas` knows of them. */
  known: ChosenIdeas;
  /** No more than so many. */
  max: number;
  label: string;
  hint?: string;
  error?: string | null;
  /** Of the first box, for links of the error summary. */
  id?: string;
  /** What is chosen stands on the page beside it, and needs no place here. */
  listedBeside?: boolean;
  hintOf?: (idea: IdeaRow) => string;
}

/** Chooses from the ideas of a process, however many there are: by words and page by page. What is chosen stays in sight, whatever is looked for next. */
export function IdeaChooser({ processId, chosen, onChange, known, max, label, hint, error = null, id, listedBeside = false, hintOf }: IdeaChooserProps) {
  const t = useText('ideas');
  const [typed, setTyped] = useState('');
  const search = useSettled(typed.trim());
  const list = useList<IdeaList>(`/processes/${processId}/ideas${search && `?${new URLSearchParams({ search }).toString()}`}`, { keep: true });
  return (
    <Loaded query={list}>
      {({ items }) => {
        if (items.length === 0 && search === '' && (listedBeside || chosen.length === 0)) return <p className="soft">{t('choose.none')}</p>;
        const shown = items.map((idea) => idea.id);
        const elsewhere = chosen.filter((one) => !shown.includes(one));
        const choose = (ideaIds: string[]) => {
          known.see(items);
          // the newest fall out, and it says that there are enough
          onChange(ideaIds.slice(0, Math.max(max, chosen.length)));
        };
        const optionOf = (idea: IdeaRow) => ({ id: idea.id, label: idea.title, hint: [idea.state === 'current' ? '' : t(`state.${idea.state}`), hintOf?.(idea) ?? ''].filter(Boolean).join(' · ') || undefined });
        const optionOfElsewhere = (ideaId: string) => {
          const idea = known.of(ideaId);
          return idea === null || idea === 'hidden' ? { id: ideaId, label: idea === null ? '…' : t('choose.hidden') } : optionOf(idea);
        };
        return (
          <>
            {/* enter looks, it does not send the form */}
            <div role="search" aria-label={t('choose.search')} onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}>
              <TextField type="search" optional label={t('choose.search')} value={typed} onChange={setTyped} autoComplete="off" />
            </div>
            <p role="status" className="soft small">
              {items.length === 0 && search !== '' ? t('choose.nothing') : t('choose.chosen', { count: chosen.length })} {chosen.length >= max && t('choose.full')}
            </p>
            {items.length > 1 && (
              <Checkbox
                label={t('choose.allShown')}
                checked={shown.every((one) => chosen.includes(one))}
                onChange={(checked) => choose(checked ? [...new Set([...chosen, ...shown])] : elsewhere)}
              />
            )}
            <div className="ideas-chooser">
              <CheckboxGroup
                id={id}
                label={label}
                hint={hint}
                options={[...(listedBeside ? [] : elsewhere.map(optionOfElsewhere)), ...items.map(optionOf)]}
                value={chosen}
                onChange={choose}
                error={error}
              />
              <MoreOf list={list} label={label} />
            </div>
          </>
        );
      }}
    </Loaded>
  );
}
