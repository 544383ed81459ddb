import { SpoiledReason, VOTING_CODES_MAX, type PublicVoteView, type SheetRead, type SheetReading, type WaitingSheet, type WaitingSheets } from '@spolu/contracts/public-votes';
import { Button } from '@spolu/ui/button';
import { Card } from '@spolu/ui/card';
import { ConfirmDialog } from '@spolu/ui/dialog';
import { Notice } from '@spolu/ui/notice';
import { NumberField } from '@spolu/ui/number-field';
import { RadioGroup } from '@spolu/ui/radio-group';
import { useRef, useState, type FormEvent } from 'react';
import { useParams } from 'react-router';
import { api } from '../http/api.ts';
import { useCommand, useResource } from '../http/queries.ts';
import { useList } from '../http/use-list.ts';
import { useProblemText } from '../http/use-problem-text.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { MoreOf } from '../shell/more-of.tsx';
import { Page } from '../shell/page.tsx';
import { BallotCategory } from './ballot-category.tsx';
import { ballotOf, EMPTY_BALLOT } from './ballot-draft.ts';
import { useNamedOptions } from './vote-words.ts';
import './public-votes.css';

/** The desk where two people type the same sheets of paper, one after the other and without seeing what the other typed. */
export function PaperPage() {
  const { id = '' } = useParams();
  const t = useText('public-votes');
  const vote = useResource<PublicVoteView>(`/public-votes/${id}`);
  const named = useNamedOptions();
  return (
    <Loaded query={vote} as="page">
      {(view) => (
        <Page title={t('paper.title')} kind={view.title} breadcrumbs={[{ label: view.title, href: `/public-votes/${id}` }]} width="narrow">
          {view.may.run && (view.state === 'open' || view.state === 'closed') ? <Desk vote={named(view)} /> : <Notice tone="warn">{t('paper.notNow')}</Notice>}
        </Page>
      )}
    </Loaded>
  );
}

const TONES = { waits: 'info', differs: 'warn', counted: 'good', spoiled: 'good', 'voted-online': 'warn' } as const;

function Desk({ vote }: { vote: PublicVoteView }) {
  const t = useText('public-votes');
  const problemText = useProblemText();
  const [number, setNumber] = useState<number | null>(null);
  const [kind, setKind] = useState<SheetReading['kind']>('ballot');
  const [reason, setReason] = useState<SpoiledReason>('unreadable');
  const [draft, setDraft] = useState(EMPTY_BALLOT);
  const fields = useRef<HTMLDivElement>(null);
  const read = useCommand(async (at: number) => {
    const reading: SheetReading = kind === 'ballot' ? { kind, ballot: ballotOf(vote, draft) } : { kind, reason };
    return { number: at, ...(await api.put<SheetRead>(`/public-votes/${vote.id}/sheets/${String(at)}`, reading)) };
  }, [`/public-votes/${vote.id}`]);
  function begin(at: number | null) {
    setNumber(at);
    setKind('ballot');
    setDraft(EMPTY_BALLOT);
    fields.current?.querySelector('input')?.focus();
  }
  function handleSubmit(event: FormEvent) {
    event.preventDefault();
    if (number !== null) read.mutate(number, { onSuccess: () => begin(null) });
  }
  return (
    <>
      <section className="page-section stack">
        <p>{t('paper.means')}</p>
        <p className="soft small">{t('paper.secret')}</p>
        <form className="stack stack-l" onSubmit={handleSubmit} noValidate>
          {read.data && !read.isPending && (
            <Notice tone={TONES[read.data.state]} role="status">{t(`paper.state.${read.data.state}`, { number: read.data.number })}</Notice>
          )}
          {read.error !== null && <Notice tone="bad" role="alert">{problemText(read.error)}</Notice>}
          <div ref={fields}>
            <NumberField label={t('paper.number')} hint={t('paper.numberHint')} value={number} onChange={setNumber} min={1} max={VOTING_CODES_MAX} />
          </div>
          <RadioGroup label={t('paper.kind')} direction="row" value={kind} onChange={setKind} options={(['ballot', 'spoiled'] as const).map((id) => ({ id, label: t(`paper.kinds.${id}`) }))} />
          {kind === 'ballot'
            ? vote.categories.map((category) => <BallotCategory key={category.id} vote={vote} category={category} draft={draft} onChange={setDraft} />)
            : <RadioGroup label={t('paper.why')} value={reason} onChange={setReason} options={SpoiledReason.options.map((id) => ({ id, label: t(`paper.reason.${id}`) }))} />}
          <div><Button type="submit" size="thumb" isDisabled={number === null} isPending={read.isPending}>{t('paper.save')}</Button></div>
        </form>
      </section>
      <Waiting vote={vote} onAgain={begin} />
    </>
  );
}

function Waiting({ vote, onAgain }: { vote: PublicVoteView; onAgain: (number: number) => void }) {
  const t = useText('public-votes');
  const sheets = useList<WaitingSheets>(`/public-votes/${vote.id}/sheets`);
  return (
    <section className="page-section stack" aria-labelledby="waiting-sheets">
      <h2 id="waiting-sheets">{t('paper.waiting')}</h2>
      <Loaded query={sheets}>
        {({ items, first }) => (
          <>
            <p>{t('paper.done', { counted: first.countedCount, spoiled: first.spoiledCount })}</p>
            {items.length === 0 && <p className="soft">{t('paper.noneWaits')}</p>}
            <ul role="list" className="stack stack-s">
              {items.map((sheet) => <Card as="li" key={sheet.number}><Sheet vote={vote} sheet={sheet} onAgain={onAgain} /></Card>)}
            </ul>
          </>
        )}
      </Loaded>
      <MoreOf list={sheets} label={t('paper.waiting')} />
    </section>
  );
}

function Sheet({ vote, sheet: { number, state, readByMe, readings }, onAgain }: { vote: PublicVoteView; sheet: WaitingSheet; onAgain: (number: number) => void }) {
  const t = useText('public-votes');
  const problemText = useProblemText();
  const [asking, setAsking] = useState(false);
  const takeBack = useCommand(() => api.delete(`/public-votes/${vote.id}/sheets/${String(number)}`), [`/public-votes/${vote.id}`]);
  return (
    <div className="stack stack-s">
      <h3>{t('paper.sheet', { number })}</h3>
      <p>{t(state === 'differs' ? 'paper.differs' : readByMe ? 'paper.waitsForOther' : 'paper.waitsForYou')}</p>
      {readings.length > 0 && (
        <dl className="public-votes-how">
          {readings.map(({ mine, reading }, i) => (
            <div key={i}>
              <dt>{t(mine ? 'paper.yours' : 'paper.others')}</dt>
              <dd><Reading vote={vote} reading={reading} /></dd>
            </div>
          ))}
        </dl>
      )}
      {takeBack.error !== null && <Notice tone="bad" role="alert">{problemText(takeBack.error)}</Notice>}
      <div className="row">
        {(state === 'differs' || !readByMe) && <Button look="secondary" size="small" onPress={() => onAgain(number)}>{t(state === 'differs' && readByMe ? 'paper.again' : 'paper.type', { number })}</Button>}
        <Button look="secondary" size="small" isPending={takeBack.isPending} onPress={() => setAsking(true)}>{t('paper.takeBack', { number })}</Button>
      </div>
      <ConfirmDialog open={asking} onClose={() => setAsking(false)} title={t('paper.takeBackTitle', { number })} confirm={t('paper.takeBackConfirm')} danger onConfirm={() => takeBack.mutate()}>
        {t('paper.takeBackMeans')}
      </ConfirmDialog>
    </div>
  );
}

function Reading({ vote, reading }: { vote: PublicVoteView; reading: SheetReading }) {
  const t = useText('public-votes');
  if (reading.kind === 'spoiled') return <p>{t(`paper.reason.${reading.reason}`)}</p>;
  const options = vote.categories.flatMap((category) => category.options);
  const titleOf = (id: string) => options.find((option) => option.id === id)?.title ?? '';
  const { ballot } = reading;
  const lines = ballot.kind === 'dots' ? ballot.dots.map(({ optionId, count }) => `${titleOf(optionId)} – ${t('dots.given', { count })}`) : ballot.optionIds.map(titleOf);
  if (lines.length === 0) return <p>{t('review.nothing')}</p>;
  const List = ballot.kind === 'ranking' ? 'ol' : 'ul';
  return <List>{lines.map((line) => <li key={line}>{line}</li>)}</List>;
}
