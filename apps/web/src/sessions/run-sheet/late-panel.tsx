import { clockOf, cutsToEndBy, expectedTimes, minutesOf, passedOver, type Reality } from '@spolu/contracts/sheet-clock';
import { Button } from '@spolu/ui/button';
import { ConfirmDialog } from '@spolu/ui/dialog';
import { Notice } from '@spolu/ui/notice';
import { NumberField } from '@spolu/ui/number-field';
import { Select } from '@spolu/ui/select';
import { Table } from '@spolu/ui/table';
import { Tag } from '@spolu/ui/tag';
import { useState } from 'react';
import { dayInTown } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { townMinutes, type DayOfSheet } from './sheet-times.ts';
import type { SheetCommands } from './use-sheet-commands.ts';

const LATE_MAX = 240;

interface LatePanelProps {
  days: readonly DayOfSheet[];
  /** The day that goes on now; null: a delay is only tried out. */
  goingOn: number | null;
  now: Date;
  mayCut: boolean;
  commands: Pick<SheetCommands, 'cut' | 'pending'>;
}

/** What a delay does to the rest of a day, and what to cut so that it ends in time; while the day goes on, from how it really went. */
export function LatePanel({ days, goingOn, now, mayCut, commands }: LatePanelProps) {
  const t = useText('sessions/run-sheet');
  const filled = days.filter(({ timed }) => timed.length > 0);
  const [chosen, setChosen] = useState<number | null>(null);
  const day = days.find(({ number }) => number === (goingOn ?? chosen)) ?? filled[0];
  return (
    <section className="ui-card stack sheet-late" aria-labelledby="late">
      <div className="row">
        <h3 id="late">{goingOn === null ? t('late.title') : t('late.titleNow')}</h3>
        {goingOn !== null && <Tag tone="good">{t('late.live', { at: clockOf(townMinutes(now.toISOString(), day?.midnight ?? dayInTown(now))) })}</Tag>}
      </div>
      {goingOn === null && filled.length > 1 && (
        <Select label={t('late.day')} width="short" options={filled.map(({ number }) => ({ id: String(number), label: t('day.title', { number }) }))} value={String(day?.number ?? 1)} onChange={(number) => setChosen(Number(number))} />
      )}
      {day && (day.day.startsAt ? <LateDay key={day.number} day={day} startsAt={day.day.startsAt} now={goingOn === null ? null : now} mayCut={mayCut} commands={commands} /> : <p>{t('late.noStart')}</p>)}
    </section>
  );
}

interface LateDayProps extends Pick<LatePanelProps, 'mayCut' | 'commands'> {
  day: DayOfSheet;
  startsAt: string;
  now: Date | null;
}

function LateDay({ day: { day, midnight, activities, timed, planned }, startsAt, now, mayCut, commands }: LateDayProps) {
  const t = useText('sessions/run-sheet');
  const passed = passedOver(timed);
  const leftOut = new Set(activities.flatMap(({ id, skipped }) => (skipped ? [id] : [])));
  const coming = timed.filter(({ id, actual }) => !actual && !passed.has(id) && !leftOut.has(id));
  const [minutes, setMinutes] = useState<number | null>(now ? 0 : 10);
  const [from, setFrom] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const fromId = coming.some(({ id }) => id === from) ? from : (coming[0]?.id ?? null);
  const reality: Reality = {
    now: now && townMinutes(now.toISOString(), midnight),
    late: fromId !== null && minutes ? { id: fromId, minutes } : null,
  };
  const expected = expectedTimes(timed, startsAt, reality);
  const target = day.endsAt ? minutesOf(day.endsAt) : planned.end;
  const over = expected.end - target;
  const { cuts, missing } = cutsToEndBy(target, timed, startsAt, reality);
  const titleOf = (id: string) => activities.find((activity) => activity.id === id)?.title ?? '';
  const minutesFor = (id: string) => activities.find((activity) => activity.id === id)?.minutes ?? 0;
  const cutTexts = cuts.map(({ id, minutes: to }) =>
    to === null ? t('late.leaveOut', { title: titleOf(id), minutes: minutesFor(id) }) : t('late.shorten', { title: titleOf(id), from: minutesFor(id), to }));
  return (
    <>
      {coming.length > 0 && (
        <div className="row sheet-together">
          <NumberField label={now ? t('late.more') : t('late.minutes')} min={0} max={LATE_MAX} value={minutes} onChange={setMinutes} />
          <Select label={t('late.from')} options={coming.map(({ id }) => ({ id, label: titleOf(id) }))} value={fromId} onChange={setFrom} />
        </div>
      )}
      <p role="status" className="strong">
        {over > 0 ? t('late.endsLate', { at: clockOf(expected.end), target: clockOf(target), count: over }) : t('late.endsInTime', { at: clockOf(expected.end), target: clockOf(target) })}
      </p>
      {over > 0 && (
        <Notice tone="warn" title={t('late.toEnd', { target: clockOf(target) })}>
          {cutTexts.length > 0 && (
            <ul>
              {cutTexts.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          )}
          {missing > 0 && <p>{cuts.length > 0 ? t('late.stillMissing', { count: missing }) : t('late.nothingToCut')}</p>}
          {mayCut && cuts.length > 0 && (
            <div className="row">
              <Button size="small" isDisabled={commands.pending} onPress={() => setAsking(true)}>
                {t('late.cut')}
              </Button>
            </div>
          )}
        </Notice>
      )}
      <Table
        caption={t('late.table')}
        captionHidden
        short
        rows={timed.map(({ id }, i) => ({ id, plan: planned.blocks[i]!, expected: expected.blocks[i]! })).filter(({ id }) => !leftOut.has(id))}
        rowKey={({ id }) => id}
        columns={[
          { id: 'title', title: t('late.block'), heading: true, cell: ({ id }) => titleOf(id) },
          { id: 'plan', title: t('late.planned'), cell: ({ plan }) => clockOf(plan.start) },
          { id: 'expected', title: now ? t('late.really') : t('late.then'), cell: ({ expected: then }) => (then.isPassedOver ? t('live.passedOver') : clockOf(then.start)) },
          { id: 'shift', title: t('late.shift'), numeric: true, cell: ({ plan, expected: then }) => (then.isPassedOver ? '' : t('late.shiftBy', { minutes: signed(then.start - plan.start) })) },
        ]}
      />
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('late.cutTitle')}
        confirm={t('late.cut')}
        onConfirm={() =>
          commands.cut({
            shortened: cuts.flatMap(({ id, minutes: to }) => (to === null ? [] : [{ activityId: id, minutes: to }])),
            leftOut: cuts.flatMap(({ id, minutes: to }) => (to === null ? [id] : [])),
          })
        }
      >
        <ul>
          {cutTexts.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        <p>{t('late.cutMeans')}</p>
      </ConfirmDialog>
    </>
  );
}

const signed = (minutes: number) => (minutes > 0 ? `+${minutes}` : minutes < 0 ? `−${-minutes}` : '0');
