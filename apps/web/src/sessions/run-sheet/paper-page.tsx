import type { PaperFor } from '@spolu/contracts/run-sheet';
import type { SessionView } from '@spolu/contracts/sessions';
import { clockOf } from '@spolu/contracts/sheet-clock';
import { materialsOf, type MaterialRow } from '@spolu/contracts/sheet-materials';
import { Button } from '@spolu/ui/button';
import { LinkButton } from '@spolu/ui/link-button';
import { RadioGroup } from '@spolu/ui/radio-group';
import { Download, Printer } from 'lucide-react';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useResource } from '../../http/queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../shell/loaded.tsx';
import { Page } from '../../shell/page.tsx';
import { daysOf, type DayOfSheet } from './sheet-times.ts';
import { useMaterialText } from './use-material-text.ts';
import './run-sheet.css';

/** The run sheet as it goes to paper: for the team or for participants, with all there is to bring. */
export function RunSheetPage() {
  const { id = '' } = useParams();
  const session = useResource<SessionView>(`/sessions/${id}`);
  return (
    <Loaded query={session} as="page">
      {(view) => <Paper session={view} />}
    </Loaded>
  );
}

function Paper({ session }: { session: SessionView }) {
  const t = useText('sessions/run-sheet');
  const words = useText('sessions');
  const [audience, setAudience] = useState<PaperFor>('staff');
  const days = daysOf({ ...session, activities: session.activities.filter(({ skipped }) => !skipped) });
  const forStaff = audience === 'staff';
  return (
    <Page
      title={forStaff ? t('paper.title', { title: session.title }) : session.title}
      kind={words(`kind.${session.kind}`)}
      breadcrumbs={[
        { label: session.processTitle, href: `/processes/${session.processId}` },
        { label: session.title, href: `/sessions/${session.id}` },
      ]}
      meta={session.place ? <span>{session.place}</span> : undefined}
    >
      <div className="no-print stack">
        <RadioGroup
          label={t('paper.for')}
          direction="row"
          options={(['staff', 'participants'] as const).map((one) => ({ id: one, label: t(`paper.forWhom.${one}`), hint: t(`paper.forMeans.${one}`) }))}
          value={audience}
          onChange={setAudience}
        />
        <div className="row">
          <Button icon={<Printer aria-hidden size={20} />} onPress={() => window.print()}>
            {t('paper.print')}
          </Button>
          <LinkButton look="secondary" href={`/api/sessions/${session.id}/run-sheet.docx?for=${audience}`} download icon={<Download aria-hidden size={20} />}>
            {t('paper.docx')}
          </LinkButton>
        </div>
      </div>
      <div lang={session.language} className="sheet-paper">
        {days.map((day) => (
          <PaperDay key={day.number} day={day} session={session} forStaff={forStaff} />
        ))}
        {forStaff && <MaterialLists days={days} session={session} />}
      </div>
    </Page>
  );
}

function PaperDay({ day: { number, day, activities, planned }, session: { sheet, staff }, forStaff }: { day: DayOfSheet; session: SessionView; forStaff: boolean }) {
  const t = useText('sessions/run-sheet');
  const words = useText('sessions');
  const format = useFormat();
  const materialText = useMaterialText();
  const title = [sheet.days.length > 1 && t('day.title', { number }), day.on && format.day(day.on)].filter(Boolean).join(' · ') || t('agenda.title');
  return (
    <section className="page-section">
      <h2>{title}</h2>
      {day.startsAt && activities.length > 0 && <p className="soft">{t('agenda.fromUntil', { from: day.startsAt, until: clockOf(planned.end) })}</p>}
      {activities.length === 0 ? (
        <p className="soft">{t('day.empty')}</p>
      ) : (
        <table className="sheet-table">
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('paper.time')}</th>
              <th scope="col">{t('paper.what')}</th>
              {forStaff && <th scope="col">{t('paper.who')}</th>}
              {forStaff && <th scope="col">{t('paper.materials')}</th>}
            </tr>
          </thead>
          <tbody>
            {activities.map(({ id, title: name, instruction, staffNotes, minutes, plan }, i) => (
              <tr key={id} data-type={plan.type}>
                <td className="sheet-table-time">
                  {day.startsAt && <strong>{clockOf(planned.blocks[i]!.start)}</strong>} <span className="soft">{words('agenda.minutesShort', { minutes: format.number(minutes) })}</span>
                </td>
                <th scope="row">
                  <span className="sheet-table-title">{name}</span>
                  {plan.track > 0 && <span className="sheet-table-line">{t('block.inTrack', { name: sheet.tracks[plan.track - 1] ?? '' })}</span>}
                  {forStaff && plan.purpose && <span className="sheet-table-line sheet-purpose">{plan.purpose}</span>}
                  {instruction && <span className="sheet-table-line keep-lines">{instruction}</span>}
                  {forStaff && staffNotes && (
                    <span className="sheet-table-line keep-lines">
                      <strong>{words('activity.staffNotes')}:</strong> {staffNotes}
                    </span>
                  )}
                </th>
                {forStaff && <td data-title={t('paper.who')}>{staff.find(({ personId }) => personId === plan.ownerId)?.name}</td>}
                {forStaff && <td data-title={t('paper.materials')}>{[...plan.supplies, ...plan.equipment].map(materialText).join(', ')}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function MaterialLists({ days, session: { activities } }: { days: readonly DayOfSheet[]; session: SessionView }) {
  const t = useText('sessions/run-sheet');
  const { supplies, equipment } = materialsOf(
    days.map(({ activities: own, planned }) => own.map(({ id, plan }, i) => ({ block: { id, supplies: plan.supplies, equipment: plan.equipment }, placed: planned.blocks[i]! }))),
  );
  if (supplies.length + equipment.length === 0) return null;
  const titleOf = new Map(activities.map(({ id, title }) => [id, title]));
  return (
    <section className="page-section">
      <h2>{t('materials.title')}</h2>
      <MaterialTable title={t('block.supplies')} rows={supplies} titleOf={titleOf} />
      <MaterialTable title={t('block.equipment')} rows={equipment} titleOf={titleOf} />
    </section>
  );
}

function MaterialTable({ title, rows, titleOf }: { title: string; rows: readonly MaterialRow[]; titleOf: ReadonlyMap<string, string> }) {
  const t = useText('sessions/run-sheet');
  if (rows.length === 0) return null;
  return (
    <table className="sheet-table">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('materials.what')}</th>
          <th scope="col">{t('materials.howMany')}</th>
          <th scope="col">{t('materials.for')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, amount, isAtLeast, blockIds }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td data-title={t('materials.howMany')}>{amount === null ? t('materials.asNeeded') : isAtLeast ? t('materials.atLeastMany', { amount }) : amount}</td>
            <td data-title={t('materials.for')}>{blockIds.map((id) => titleOf.get(id)).join(', ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
