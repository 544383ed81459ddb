import { TEXT_MAX_LENGTH, TITLE_MAX_LENGTH } from '@spolu/contracts/common';
import type { AgendaItem, MeetingView, PlanAgenda } from '@spolu/contracts/meetings';
import { Button } from '@spolu/ui/button';
import { TextArea } from '@spolu/ui/text-area';
import { TextField } from '@spolu/ui/text-field';
import { useEffect, useRef, useState } from 'react';
import { v4 as uuid } from 'uuid';
import { api } from '../../http/api.ts';
import { useCommand } from '../../http/queries.ts';
import { useProblemText } from '../../http/use-problem-text.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { VotePart } from './vote-part.tsx';

type Sent = PlanAgenda['items'];

const toSent = ({ id, title, note, recommendation }: AgendaItem): Sent[number] => ({
  id, title: recommendation ? '' : title, note, recommendation: recommendation && { referralId: recommendation.referralId, recommendationId: recommendation.recommendationId },
});

/** The agenda in its order: what waits for the body, and anything else; each item with its vote once the meeting is open. */
export function AgendaPart({ view }: { view: MeetingView }) {
  const t = useText('review');
  const problemText = useProblemText();
  const save = useCommand((items: Sent) => api.put(`/meetings/${view.id}/agenda`, { items }), ['/meetings']);
  const mayPlan = view.may.run && (view.state === 'planned' || view.state === 'open');
  const items = view.items.map(toSent);
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
    const next = [...items];
    const [item] = next.splice(from, 1);
    next.splice(from + by, 0, item!);
    wish.current = `agenda-${by < 0 ? 'up' : 'down'}-${item!.id}`;
    setMoved(t('agenda.moved', { title: view.items[from]!.title, place: from + by + 1 }));
    save.mutate(next);
  }
  return (
    <section className="page-section">
      <h2>{t('agenda.title')}</h2>
      <p role="status" className="visually-hidden">{moved}</p>
      {save.error && <p role="alert">{problemText(save.error)}</p>}
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
                  <Button id={`agenda-down-${item.id}`} look="quiet" size="small" isDisabled={i === items.length - 1} aria-label={t('agenda.downNamed', { title: item.title })} onPress={() => move(i, 1)}>
                    {t('agenda.down')}
                  </Button>
                  {!item.recommendation?.opinion && (
                    <Button look="quiet" size="small" aria-label={t('agenda.removeNamed', { title: item.title })} onPress={() => save.mutate(items.filter(({ id }) => id !== item.id))}>
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
            {mayPlan ? (
              <NoteField key={item.note} item={item} onSave={(note) => save.mutateAsync(items.map((one) => (one.id === item.id ? { ...one, note } : one)))} />
            ) : (
              item.note && <p className="keep-lines review-words">{item.note}</p>
            )}
            <VotePart view={view} item={item} />
          </li>
        ))}
      </ol>
      {mayPlan && <AddItem view={view} onAdd={(item) => save.mutateAsync([...items, item])} />}
    </section>
  );
}

/** What was said on an item, for the minutes; kept when the field is left. */
function NoteField({ item, onSave }: { item: AgendaItem; onSave: (note: string) => Promise<unknown> }) {
  const t = useText('review');
  const [note, setNote] = useState(item.note);
  return (
    <details className="review-others no-print" open={item.note !== ''}>
      <summary>{t('agenda.note')}</summary>
      <div className="stack stack-s">
        <TextArea id={`note-${item.id}`} label={t('agenda.noteNamed', { title: item.title })} hint={t('agenda.noteHint')} optional rows={2} maxLength={TEXT_MAX_LENGTH} value={note} onChange={setNote} />
        <div>
          <Button look="secondary" size="small" isDisabled={note.trim() === item.note} onPress={() => void onSave(note.trim())}>
            {t('agenda.noteSave')}
          </Button>
        </div>
      </div>
    </details>
  );
}

function AddItem({ view, onAdd }: { view: MeetingView; onAdd: (item: Sent[number]) => Promise<unknown> }) {
  const t = useText('review');
  const format = useFormat();
  const [title, setTitle] = useState('');
  return (
    <div className="review-form stack no-print">
      <h3>{t('agenda.add')}</h3>
      {view.waiting.length > 0 && (
        <ul role="list" className="stack stack-s">
          {view.waiting.map(({ referralId, recommendationId, title: waiting, dossierTitle, dueOn }) => (
            <li key={recommendationId} className="row row-apart">
              <span>
                {waiting} <span className="soft small">{dossierTitle} · {t('dueOn', { date: format.day(dueOn) })}</span>
              </span>
              <Button look="secondary" size="small" aria-label={t('agenda.putNamed', { title: waiting })} onPress={() => void onAdd({ id: uuid(), title: '', note: '', recommendation: { referralId, recommendationId } })}>
                {t('agenda.put')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form
        className="stack stack-s"
        onSubmit={(event) => {
          event.preventDefault();
          if (title.trim() === '') return;
          void onAdd({ id: uuid(), title: title.trim(), note: '', recommendation: null }).then(() => setTitle(''));
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
