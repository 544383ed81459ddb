import { CONNECTABLE_KINDS } from '@spolu/board/connectors';
import type { ItemRef } from '@spolu/board/shape';
import { Button } from '@spolu/ui/button';
import { Dialog } from '@spolu/ui/dialog';
import { RadioGroup } from '@spolu/ui/radio-group';
import { TextField } from '@spolu/ui/text-field';
import { useState } from 'react';
import { useText } from '../i18n/use-text.ts';
import { folded } from './folded.ts';
import { outlineRows, wordsOf } from './outline-rows.ts';
import { FIRST_LOOK } from './scene/tools.ts';
import type { BoardCommands } from './use-board-commands.ts';
import type { BoardCopy } from './work-copy.ts';

/** So many are offered at once; who looks for another one types a word of it. */
const OFFERED = 12;

/** Drawing a line to something by its name, in reading order: no hand and no eye needed. */
export function ConnectDialog({ copy, from, commands, onClose }: { copy: BoardCopy; from: ItemRef; commands: BoardCommands; onClose: () => void }) {
  const t = useText('boards');
  const [wanted, setWanted] = useState('');
  const [target, setTarget] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const things = outlineRows(copy.index).flatMap((row): (ItemRef & { words: string })[] => {
    if (row.kind === 'note') return [{ kind: 'note', id: row.note.id, words: row.note.text || t('note.empty') }];
    if (row.kind === 'frame') return row.frame ? [{ kind: 'frame', id: row.frame.id, words: t('frame.label', { title: row.frame.title || t('frame.untitled') }) }] : [];
    if (row.kind !== 'drawing' || !CONNECTABLE_KINDS.some((kind) => kind === row.drawing.kind)) return [];
    return [{ kind: row.drawing.kind, id: row.drawing.id, words: [t(`drawing.${row.drawing.kind}`), row.drawing.words].filter(Boolean).join(': ') }];
  });
  const found = things.filter(({ id, words }) => id !== from.id && folded(words).includes(folded(wanted)));
  const to = found.find(({ id }) => id === target);
  function join() {
    setAsked(true);
    if (!to) return;
    commands.connect(from, { kind: to.kind, id: to.id }, FIRST_LOOK);
    onClose();
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('connect.title')}
      actions={
        <>
          <Button onPress={join}>{t('connect.confirm')}</Button>
          <Button look="secondary" onPress={onClose}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <p className="soft">{t('connect.from', { words: wordsOf(copy.index.item(from.kind, from.id) ?? {}) || t('note.empty') })}</p>
      <TextField label={t('connect.filter')} value={wanted} onChange={setWanted} autoFocus />
      <p role="status" className="small soft">
        {found.length > OFFERED ? t('connect.first', { number: OFFERED, count: found.length }) : t('find.found', { count: found.length })}
      </p>
      {found.length > 0 && (
        <RadioGroup
          label={t('connect.to')}
          options={found.slice(0, OFFERED).map(({ id, words }) => ({ id, label: words }))}
          value={to?.id ?? null}
          onChange={setTarget}
          error={asked && !to ? t('connect.choose') : null}
        />
      )}
    </Dialog>
  );
}
