import type { IdeaRow } from '@spolu/contracts/ideas';
import { Button } from '@spolu/ui/button';
import { Checkbox } from '@spolu/ui/checkbox';
import { Dialog } from '@spolu/ui/dialog';
import { TextField } from '@spolu/ui/text-field';
import { useState } from 'react';
import { useText } from '../i18n/use-text.ts';

const SEARCH_FROM = 8;
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Which ideas a recommendation stands on: all of the process, with how many notes and dots lie behind each. */
export function IdeaPicker({ number, ideas, chosen, onChoose, onClose }: {
  number: number;
  ideas: readonly IdeaRow[];
  chosen: readonly string[];
  onChoose: (ideaIds: string[]) => void;
  onClose: () => void;
}) {
  const t = useText('outputs');
  const [picked, setPicked] = useState<readonly string[]>(chosen);
  const [search, setSearch] = useState('');
  const shown = ideas.filter(({ id, state, title, summary }) => (state === 'current' || chosen.includes(id)) && plain(`${title} ${summary}`).includes(plain(search)));
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('picker.title', { number })}
      actions={
        <Button
          onPress={() => {
            onChoose([...picked]);
            onClose();
          }}
        >
          {t('picker.done', { count: picked.length })}
        </Button>
      }
    >
      {ideas.length === 0 && <p className="soft">{t('uncited.noIdeas')}</p>}
      {ideas.length >= SEARCH_FROM && <TextField label={t('picker.search')} type="search" value={search} onChange={setSearch} optional />}
      <fieldset className="ui-field">
        <legend className="visually-hidden">{t('picker.title', { number })}</legend>
        {shown.map(({ id, title, noteCount, dots }) => (
          <Checkbox
            key={id}
            label={title}
            hint={[t('notes', { count: noteCount }), ...(dots === null ? [] : [t('dots', { count: dots })])].join(' · ')}
            checked={picked.includes(id)}
            onChange={(checked) => setPicked((before) => (checked ? [...before, id] : before.filter((one) => one !== id)))}
          />
        ))}
      </fieldset>
      {ideas.length > 0 && shown.length === 0 && <p className="soft" role="status">{t('picker.nothing')}</p>}
    </Dialog>
  );
}
