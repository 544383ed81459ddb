import type { ReportQAndA as Part } from '@spolu/contracts/activities/q-and-a';
import type { ReportActivityOf } from '@spolu/contracts/sessions';
import { Tag } from '@spolu/ui/tag';
import { TranslationLines } from '../../../boards/note-translations.tsx';
import { useText } from '../../../i18n/use-text.ts';

/** What was asked, how many would have asked it too, and what was answered. */
export function ReportQAndA({ activity: { part } }: { activity: ReportActivityOf<'q-and-a'> }) {
  const t = useText('sessions');
  const answered = part.questions.filter((question) => question.answered);
  const open = part.questions.filter((question) => !question.answered);
  return (
    <>
      <p>
        {t('qAndA.asked', { count: part.questions.length })} {part.moderated && t('qAndA.wasModerated')}
      </p>
      {answered.length > 0 && <Questions title={t('qAndA.answered')} questions={answered} />}
      {open.length > 0 && <Questions title={t('qAndA.leftOpen')} questions={open} />}
    </>
  );
}

function Questions({ title, questions }: { title: string; questions: Part['questions'] }) {
  const t = useText('sessions');
  return (
    <section className="stack stack-s">
      <h3>{title}</h3>
      <ul role="list" className="report-notes">
        {questions.map(({ note, supportCount, answer }) => (
          <li key={note.contributionId} className="ui-note">
            <p className="keep-lines">
              <span lang={note.language}>{note.text}</span> {note.author && <span className="soft small">{note.author}</span>}
              {note.translations && <TranslationLines translations={note.translations} sign={t('translated')} />}
            </p>
            {supportCount > 0 && <Tag>{t('qAndA.supporters', { count: supportCount })}</Tag>}
            {answer && (
              <p className="keep-lines">
                <strong>{t('qAndA.answer')}</strong> {answer}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
