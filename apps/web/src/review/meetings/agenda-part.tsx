import { TEXT_MAX_LENGTH, TITLE_MAX_LENGTH } from '@spolu/contracts/common';
import type { AgendaItem, MeetingView, PlanAgenda } from '@spolu/contracts/meetings';
import { Button } from '@spolu/ui/button';
import { Notice } from '@spolu/ui/notice';
import { TextArea } from '@spolu/ui/text-area';
import { TextField } from '@spolu/ui/text-field';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Fragment, useEffect, useRef, useState } from 'react';
import { v4 as uuid } from 'uuid';
import { api } from '../../http/api.ts';
import { keyOf, useRefresh } from '../../http/queries.ts';
import { useProblemText } from '../../http/use-problem-text.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { VotePart } from './vote-part.tsx';

type Sent = PlanAgenda['items'];
/** What is to change, said of whatever agenda stands when its turn comes. */
interface Change {
  next: (items: Sent) => Sent;
  onSaved?: () => void;
}

const toSent = ({ id, title, note, recommendation }: AgendaItem): Sent[number] => ({
  id, title: recommendation ? '' : title, note, recommendation: recommendation && { referralId: recommendation.referralId, recommendationId: recommendation.recommendationId },
});

/** The agenda in its order: what waits for the body, and anything else; each item with its vote once the meeting is open. */
export function AgendaPart({ view }: { view: MeetingView }) {
  const t = useText('review');
  const problemText = useProblemText();
  const refresh = useRefresh();
  const cache = useQueryClient();
  const [refused, setRefused] = useState<Error | null>(null);
  // One after the other, each on the agenda as the one before left it: leaving a note saves it, and the button that was pressed then moves an item.
  const save = useMutation<unknown, Error, Change>({
    scope: { id: `agenda ${view.id}` },
    mutationFn: ({ next }) => {
      const { items, revision } = cache.getQueryData<MeetingView>(keyOf(`/meetings/${view.id}`)) ?? view;
      return api.put(`/meetings/${view.id}/agenda`, { items: next(items.map(toSent)), revision });
    },
    onSuccess: (_, { onSaved }) => onSaved?.(),
    onError: setRefused,
    // where somebody else was faster, what she changed is read before the next try
    onSettled: () => refresh('/meetings'),
  });
  const change = (next: Change['next'], onSaved?: () => void) => {
    setRefused(null);
    save.mutate({ next, onSaved });
  };
  const mayPlan = view.may.run && (view.state === 'planned' || view.state === 'open');
  const [moved, setMoved] = useState('');
  // The button that moved an item keeps the focus where the item went.
  const wish = useRef<string | null>(null);
  useEffect(() => {
    if (wish.current === null) return;
    const button = document.getElementById(wish.current);
    wish.current = null;
    (button instanceof HTMLButtonElement && !button.disabled ? button : document.querySelector<HTMLElement>(`#${CSS.escape(button?.closest('li')?.id ?? '')} button:not(:disabled)`))?.focus();
  }, [view.items]);
  function move(from: number, by: -1 | 1) {
    const { id, title } = view.items[from]!;
    wish.current = `agenda-${by < 0 ? 'up' : 'down'}-${id}`;
    setMoved(t('agenda.moved', { title, place: from + by + 1 }));
    change((items) => moveBy(items, id, by));
  }
  return (
    <section className="page-section">
      <h2>{t('agenda.title')}</h2>
      <p role="status" className="visually-hidden">{moved}</p>
      {refused && <p role="alert">{problemText(refused)}</p>}
      {view.items.length === 0 && <p className="soft">{t('agenda.none')}</p>}
      <ol role="list" className="review-agenda">
        {view.items.map((item, i) => (
          <li key={item.id} id={`agenda-${item.id}`} className="stack">
            <div className="row row-apart">
              <h3>
                {i + 1}. {item.title}
              </h3>
              {mayPlan && (
                <div className="row no-print">
                  <Button id={`agenda-up-${item.id}`} look="quiet" size="small" isDisabled={i === 0} aria-label={t('agenda.upNamed', { title: item.title })} onPress={() => move(i, -1)}>
                    {t('agenda.up')}
                  </Button>
                  <Button id={`agenda-down-${item.id}`} look="quiet" size="small" isDisabled={i === view.items.length - 1} aria-label={t('agenda.downNamed', { title: item.title })} onPress={() => move(i, 1)}>
                    {t('agenda.down')}
                  </Button>
                  {!item.recommendation?.opinion && (
                    <Button look="quiet" size="small" aria-label={t('agenda.removeNamed', { title: item.title })} onPress={() => change((items) => items.filter(({ id }) => id !== item.id))}>
                      {t('agenda.remove')}
                    </Button>
                  )}
                </div>
              )}
            </div>
            {item.recommendation && (
              <p className="soft small">
                <a href={`/referrals/${item.recommendation.referralId}#r${item.recommendation.number}`}>{t('agenda.of', { number: item.recommendation.number, dossier: item.recommendation.dossierTitle })}</a>
              </p>
            )}
            <NoteField
              item={item}
              mayWrite={mayPlan}
              onSave={(note, onSaved) => change((items) => items.map((one) => (one.id === item.id ? { ...one, note } : one)), onSaved)}
            />
            <VotePart view={view} item={item} />
          </li>
        ))}
      </ol>
      {mayPlan && <AddItem view={view} onAdd={(added, onAdded) => change((items) => [...items, ...added], onAdded)} />}
    </section>
  );
}

/** One place up or down; an item that is gone meanwhile, or that is there already, changes nothing. */
function moveBy(items: Sent, id: string, by: -1 | 1): Sent {
  const from = items.findIndex((item) => item.id === id);
  const to = from + by;
  return from < 0 || to < 0 || to >= items.length ? items : items.with(from, items[to]!).with(to, items[from]!);
}

interface NoteFieldProps {
  item: AgendaItem;
  mayWrite: boolean;
  onSave: (note: string, onSaved: () => void) => void;
}

/** What was said on an item, for the minutes; saved when the field is left. What could not be saved stays on the screen, also when the meeting is over. */
function NoteField({ item, mayWrite, onSave }: NoteFieldProps) {
  const t = useText('review');
  const [typed, setTyped] = useState<string | null>(null);
  const note = typed ?? item.note;
  const unsaved = typed !== null && typed.trim() !== item.note;
  if (!mayWrite) {
    return (
      <>
        {item.note && <p className="keep-lines review-words">{item.note}</p>}
        {unsaved && (
          <Notice>
            {t('agenda.noteUnsaved')} <span className="keep-lines">{typed}</span>
          </Notice>
        )}
      </>
    );
  }
  const save = () => {
    if (unsaved) onSave(note.trim(), () => setTyped(null));
  };
  return (
    <details className="review-others no-print" open={item.note !== '' || typed !== null}>
      <summary>{t('agenda.note')}</summary>
      <div
        className="stack stack-s"
        onBlur={({ currentTarget, relatedTarget }) => {
          if (!currentTarget.contains(relatedTarget)) save();
        }}
      >
        <TextArea id={`note-${item.id}`} label={t('agenda.noteNamed', { title: item.title })} hint={t('agenda.noteHint')} optional rows={2} maxLength={TEXT_MAX_LENGTH} value={note} onChange={setTyped} />
        <div>
          <Button look="secondary" size="small" isDisabled={!unsaved} onPress={save}>
            {t('agenda.noteSave')}
          </Button>
        </div>
      </div>
    </details>
  );
}

/** What waits for the body, by the dossier it belongs to. */
const byDossier = (waiting: MeetingView['waiting']) => [...new Set(waiting.map(({ referralId }) => referralId))].map((id) => waiting.filter(({ referralId }) => referralId === id));

function AddItem({ view, onAdd }: { view: MeetingView; onAdd: (items: Sent, onAdded?: () => void) => void }) {
  const t = useText('review');
  const format = useFormat();
  const [title, setTitle] = useState('');
  const toItem = ({ referralId, recommendationId }: MeetingView['waiting'][number]): Sent[number] => ({ id: uuid(), title: '', note: '', recommendation: { referralId, recommendationId } });
  return (
    <div className="review-form stack no-print">
      <h3>{t('agenda.add')}</h3>
      {byDossier(view.waiting).map((waiting) => (
        <Fragment key={waiting[0]!.referralId}>
          <div className="row row-apart">
            <h4>
              {waiting[0]!.dossierTitle} <span className="soft small">{t('dueOn', { date: format.day(waiting[0]!.dueOn) })}</span>
            </h4>
            {waiting.length > 1 && (
              <Button size="small" aria-label={t('agenda.putAllNamed', { dossier: waiting[0]!.dossierTitle })} onPress={() => onAdd(waiting.map(toItem))}>
                {t('agenda.putAll')}
              </Button>
            )}
          </div>
          <ul role="list" className="stack stack-s">
            {waiting.map((one) => (
              <li key={one.recommendationId} className="row row-apart">
                <span>{one.title}</span>
                <Button look="secondary" size="small" aria-label={t('agenda.putNamed', { title: one.title })} onPress={() => onAdd([toItem(one)])}>
                  {t('agenda.put')}
                </Button>
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
      <form
        className="stack stack-s"
        onSubmit={(event) => {
          event.preventDefault();
          if (title.trim() === '') return;
          onAdd([{ id: uuid(), title: title.trim(), note: '', recommendation: null }], () => setTitle(''));
        }}
      >
        <TextField id="agenda-free" label={t('agenda.free')} optional hint={t('agenda.freeHint')} value={title} onChange={(value) => setTitle(value.slice(0, TITLE_MAX_LENGTH))} />
        <div>
          <Button type="submit" look="secondary" size="small">
            {t('agenda.addFree')}
          </Button>
        </div>
      </form>
    </div>
  );
}
