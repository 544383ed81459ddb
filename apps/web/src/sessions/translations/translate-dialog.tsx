import type { NotesToTranslate, NoteToTranslate, TranslateNote } from '@spolu/contracts/second-language';
import { TRANSLATION_MAX_LENGTH } from '@spolu/contracts/second-language';
import { Problem } from '@spolu/contracts/problems';
import { Button } from '@spolu/ui/button';
import { Dialog } from '@spolu/ui/dialog';
import { Notice } from '@spolu/ui/notice';
import { TextArea } from '@spolu/ui/text-area';
import { useState } from 'react';
import { api } from '../../http/api.ts';
import { useCommand, useRefresh } from '../../http/queries.ts';
import type { useList } from '../../http/use-list.ts';
import { useProblemText } from '../../http/use-problem-text.ts';
import { LANGUAGE_NAMES } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { MoreOf } from '../../shell/more-of.tsx';
import './translations.css';

interface TranslateDialogProps {
  path: string;
  list: ReturnType<typeof useList<NotesToTranslate>>;
  onClose: () => void;
}

const keyOfNote = ({ contributionId, into }: NoteToTranslate) => `${contributionId} ${into}`;

const newer = (listed: NoteToTranslate | undefined, saved: NoteToTranslate | undefined) => (listed && saved && saved.version > listed.version ? saved : (listed ?? saved));

/** Notes one under the other, what waits first. The order stays as it was when she came, so that nothing jumps away under her hands; what is new comes at the end. */
export function TranslateDialog({ path, list, onClose }: TranslateDialogProps) {
  const t = useText('sessions');
  const [order, setOrder] = useState<readonly string[]>([]);
  /** What she has begun or saved here: in the list it may stand on a later page now, also because somebody else translated it. */
  const [kept, setKept] = useState<ReadonlyMap<string, NoteToTranslate>>(new Map());
  const notes = new Map((list.data?.items ?? []).map((note) => [keyOfNote(note), note]));
  const added = [...notes.keys()].filter((key) => !order.includes(key));
  if (added.length > 0) setOrder([...order, ...added]);
  const shown = order.flatMap((key) => newer(notes.get(key), kept.get(key)) ?? []);
  return (
    <Dialog open onClose={onClose} title={t('translate.title')} size="large" keep>
      <p>{t('translate.dialogMeans')}</p>
      <p role="status">{t('translate.waiting', { count: list.data?.first.waitingCount ?? 0 })}</p>
      {list.data && shown.length === 0 && <p className="soft">{t('translate.nothing')}</p>}
      <ul role="list" className="stack translations-list">
        {shown.map((note) => (
          <OneNote key={keyOfNote(note)} path={path} note={note} onKept={(one) => setKept((before) => new Map(before).set(keyOfNote(one), one))} />
        ))}
      </ul>
      <MoreOf list={list} label={t('translate.title')} />
    </Dialog>
  );
}

/** What she typed stays hers until she sends it, whatever comes from others meanwhile. */
function OneNote({ path, note, onKept }: { path: string; note: NoteToTranslate; onKept: (note: NoteToTranslate) => void }) {
  const t = useText('sessions');
  const problemText = useProblemText();
  /** What she began with: null while she has typed nothing. */
  const [typed, setTyped] = useState<{ text: string; version: number; of: string } | null>(null);
  const refresh = useRefresh();
  const save = useCommand(async (input: TranslateNote) => {
    const { version } = await api.put<{ version: number }>(path, input);
    // before the list is read anew, where it may stand on a later page
    onKept({ ...note, translation: input.text, waits: input.text === '', version, by: null });
    setTyped(null);
  }, [path]);
  const isStale = typed !== null && (typed.version !== note.version || typed.of !== note.text);
  const text = typed?.text ?? note.translation;

  async function handleSave() {
    if (!typed) return;
    const { contributionId, into: language, text: of, version } = note;
    // she has seen on the screen what came meanwhile
    try {
      await save.mutateAsync({ contributionId, language, of, text: typed.text.trim(), version });
    } catch {
      // what came meanwhile is shown beside what she typed
      await refresh(path);
    }
  }

  return (
    <li className="ui-card stack stack-s">
      <div className="row row-apart">
        <p className="small soft">
          <span lang={note.language}>{LANGUAGE_NAMES[note.language]}</span> → <span lang={note.into}>{LANGUAGE_NAMES[note.into]}</span> · {note.boardTitle}
        </p>
        <p className="small soft">{note.waits ? t(note.translation ? 'translate.changed' : 'translate.waits') : note.by ? t('translate.by', { name: note.by }) : t('translate.done')}</p>
      </div>
      <p className="keep-lines translations-words" lang={note.language}>{note.text}</p>
      {isStale && (
        <Notice tone="warn" role="status" title={t('translate.meanwhile')}>
          {note.translation && <p className="keep-lines" lang={note.into}>{note.translation}</p>}
          <p>{t('translate.meanwhileMeans')}</p>
          <Button look="quiet" size="small" onPress={() => setTyped(null)}>{t('translate.takeTheirs')}</Button>
        </Notice>
      )}
      <TextArea
        label={t('translate.label', { language: LANGUAGE_NAMES[note.into] })}
        optional
        rows={2}
        lang={note.into}
        maxLength={TRANSLATION_MAX_LENGTH}
        value={text}
        onChange={(next) => {
          if (typed === null) onKept(note);
          setTyped({ version: note.version, of: note.text, ...typed, text: next });
        }}
        error={save.error ? (save.error instanceof Problem && save.error.code === 'changed-meanwhile' ? t('translate.refused') : problemText(save.error)) : null}
      />
      <div className="row">
        <Button size="small" look={typed ? 'primary' : 'secondary'} aria-label={t('translate.saveNamed', { text: note.text })} isDisabled={typed === null || text.length > TRANSLATION_MAX_LENGTH} isPending={save.isPending} onPress={() => void handleSave()}>
          {t('translate.save')}
        </Button>
        {typed !== null && !isStale && (
          <Button size="small" look="quiet" onPress={() => setTyped(null)}>{t('translate.drop')}</Button>
        )}
      </div>
    </li>
  );
}
