import { textIn, type Question, type ScaleValue, type Texts } from '@spolu/contracts/question-texts';
import type { Reflection, ReflectionView } from '@spolu/contracts/reflection';
import { REFLECTION_FIGURES, reflection } from '@spolu/methods/questionnaires/reflection';
import { SCALES } from '@spolu/methods/questionnaires/scales';
import { Table } from '@spolu/ui/table';
import { useFormat } from '../../i18n/format.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { useText } from '../../i18n/use-text.ts';

interface Row {
  id: string;
  texts: Texts;
  told: (reflection: Reflection) => string;
}

/** How this session went beside the latest others of its process: question by question, and what was learned. */
export function OtherReflections({ view }: { view: ReflectionView }) {
  const t = useText('sessions/feedback');
  const format = useFormat();
  const language = currentLanguage();
  if (view.others.length === 0) return null;
  const { staffHours, directCosts } = REFLECTION_FIGURES;
  const rows: Row[] = [
    ...reflection.questions.map((question): Row => ({ id: question.id, texts: question.texts, told: ({ scores }) => said(question, scores[question.id]) })),
    { ...staffHours, told: (one) => (one.staffHours === null ? '–' : format.number(one.staffHours)) },
    { ...directCosts, told: (one) => (one.directCosts === null ? '–' : format.money(one.directCosts)) },
  ];
  const lessons = view.others.filter(({ lesson }) => lesson !== '');
  return (
    <section className="page-section stack" aria-labelledby="other-reflections">
      <h2 id="other-reflections">{t('reflection.others')}</h2>
      <p>{t('reflection.othersMean')}</p>
      <Table
        caption={t('reflection.others')}
        captionHidden
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { id: 'question', title: t('groups.question'), heading: true, cell: ({ texts }) => <span lang={textIn(texts, language).lang}>{textIn(texts, language).text}</span> },
          { id: 'this', title: t('reflection.this'), numeric: true, cell: ({ told }) => told(view) },
          ...view.others.map((other) => ({ id: other.sessionId, title: `${other.title} (${format.dayShort(other.closedAt)})`, numeric: true, cell: ({ told }: Row) => told(other) })),
        ]}
      />
      {lessons.length > 0 && <h3>{t('reflection.lessons')}</h3>}
      {lessons.map(({ sessionId, title, lesson }) => (
        <div key={sessionId} className="ui-card stack stack-s">
          <p className="small soft">{title}</p>
          <p className="keep-lines">{lesson}</p>
        </div>
      ))}
    </section>
  );

  function said({ type }: Question, value: ScaleValue | undefined): string {
    if (value === undefined || type === 'text') return '–';
    if (typeof value === 'number') return format.number(value);
    const label = SCALES[type].values.find((step) => step.value === value)?.label ?? SCALES[type].optOut;
    return label ? textIn(label, language).text : value;
  }
}
