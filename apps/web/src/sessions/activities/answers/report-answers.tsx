import type { AnswerKind, AnswerOption, NamedAnswer, ReportAnswers } from '@spolu/contracts/activities/answers';
import type { ReportActivityOf } from '@spolu/contracts/sessions';
import { Table } from '@spolu/ui/table';
import { useResource } from '../../../http/queries.ts';
import { useText } from '../../../i18n/use-text.ts';
import { LateToldLine } from '../late-told.tsx';
import { AnswerResultView } from './answer-result.tsx';
import { figuresOf } from './kind-words.ts';
import { valueText } from './value-words.ts';

/** A vote with how it was held, so that somebody who was not there can judge what the result says. */
export function ReportAnswersPart({ activity: { id, title, endedAt, part: answers } }: { activity: ReportActivityOf<AnswerKind> }) {
  const t = useText('sessions');
  if (!answers) return endedAt ? <p>{t('report.voteWaits')}</p> : null;
  const { settings, options, sectors } = answers;
  return (
    <>
      <p>
        {answers.round > 1 && `${t('answers.round', { number: answers.round })}. `}
        {t('answers.heldAs', { secrecy: t(`answers.secrecyIs.${settings.secrecy}`) })}
      </p>
      <LateToldLine late={answers.late} />
      <AnswerResultView counted={answers} t={t} />
      {sectors.length > 0 && <BySector answers={answers} />}
      {settings.secrecy === 'open' && <Names activityId={id} title={title} options={options} />}
    </>
  );
}

function BySector({ answers: { sectors, result, options } }: { answers: ReportAnswers }) {
  const t = useText('sessions');
  return (
    <>
      <Table
        caption={t('answers.bySector')}
        rows={figuresOf(result, options, t)}
        rowKey={({ id }) => id}
        columns={[
          { id: 'label', title: options.length > 0 ? t('answers.option') : t('answers.answer'), heading: true, cell: ({ label }) => label },
          ...sectors.map(({ sector, result: ofSector }) => {
            const figures = figuresOf(ofSector, options, t);
            return {
              id: sector ?? 'unknown',
              title: sector ? t(`sector.${sector}`) : t('sector.unknown'),
              cell: ({ id }: { id: string }) => figures.find((figure) => figure.id === id)?.text,
            };
          }),
        ]}
      />
      <p className="small soft">{t('answers.bySectorMeans')}</p>
    </>
  );
}

/** Names are told to those who were in the room, not to whoever may read the report: others get none. */
function Names({ activityId, title, options }: { activityId: string; title: string; options: readonly AnswerOption[] }) {
  const t = useText('sessions');
  const { data: named = [] } = useResource<NamedAnswer[]>(`/activities/${activityId}/named-answers`);
  if (named.length === 0) return null;
  return (
    <details className="no-print">
      <summary>{t('answers.names')}</summary>
      <Table
        caption={title}
        captionHidden
        rows={named.map((one, i) => ({ ...one, id: String(i) }))}
        rowKey={({ id }) => id}
        columns={[
          { id: 'name', title: t('answers.name'), heading: true, cell: ({ nickname }) => nickname ?? t('answers.nameless') },
          { id: 'answer', title: t('answers.answer'), cell: ({ value }) => valueText(value, options, t) },
        ]}
      />
    </details>
  );
}
