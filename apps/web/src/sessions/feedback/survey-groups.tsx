import type { SurveyGroups } from '@spolu/contracts/feedback';
import { textIn, type Questionnaire } from '@spolu/contracts/question-texts';
import { Table } from '@spolu/ui/table';
import { currentLanguage } from '../../i18n/i18n.ts';
import { useText } from '../../i18n/use-text.ts';
import { markText } from '../questionnaire/scale-result.tsx';

/** What those answered who said the same of themselves: means of each question, group beside group. */
export function SurveyGroupsView({ groups, questionnaires }: { groups: readonly SurveyGroups[]; questionnaires: readonly Questionnaire[] }) {
  const t = useText('sessions/feedback');
  const language = currentLanguage();
  if (groups.length === 0) return null;
  const questions = questionnaires.flatMap((one) => one.questions).filter(({ type }) => type !== 'text' && type !== 'yes-no');
  return (
    <details>
      <summary>{t('groups.title')}</summary>
      <div className="stack">
        <p className="soft small">{t('groups.means')}</p>
        {groups.map(({ demographic: { id, texts, options }, groups: told }) => (
          <Table
            key={id}
            caption={textIn(texts, language).text}
            rows={questions.filter((question) => told.some((group) => meanIn(group, question.id) !== null))}
            rowKey={(question) => question.id}
            columns={[
              { id: 'question', title: t('groups.question'), heading: true, cell: (question) => <span lang={textIn(question.texts, language).lang}>{textIn(question.texts, language).text}</span> },
              ...told.map((group) => {
                const { value, people } = group;
                const label = options.find((option) => option.value === value)?.label;
                return {
                  id: String(value),
                  title: t('groups.group', { name: label ? textIn(label, language).text : t('groups.unsaid'), people }),
                  numeric: true,
                  cell: (question: (typeof questions)[number]) => {
                    const mean = meanIn(group, question.id);
                    return mean === null ? '–' : markText(mean);
                  },
                };
              }),
            ]}
          />
        ))}
      </div>
    </details>
  );
}

const meanIn = ({ results }: SurveyGroups['groups'][number], id: string) => results.find(({ questionId }) => questionId === id)?.scale?.mean ?? null;
