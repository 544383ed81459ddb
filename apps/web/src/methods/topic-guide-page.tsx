import { TOPIC_QUESTION_NAMES, TOPIC_QUESTIONS, type TopicQuestion } from '@spolu/contracts/topic-guide';
import { adviseOn } from '@spolu/methods/topic-guide';
import { Button } from '@spolu/ui/button';
import { RadioGroup } from '@spolu/ui/radio-group';
import { Printer } from 'lucide-react';
import { useSearchParams } from 'react-router';
import { useText } from '../i18n/use-text.ts';
import { Page } from '../shell/page.tsx';
import { KeepTopicCheck } from './keep-topic-check.tsx';
import { answersFrom, wholeAnswers } from './topic-answers.ts';
import { Advice, wordsOf } from './topic-advice.tsx';
import './methods.css';

/** Seven questions before anything is begun, and what is advised then. It is reckoned on the device: nobody is told who asked. */
export function TopicGuidePage() {
  const t = useText('methods');
  const [params, setParams] = useSearchParams();
  const some = answersFrom(params);
  const answers = wholeAnswers(some);
  const missing = TOPIC_QUESTION_NAMES.filter((question) => some[question] === undefined).length;
  return (
    <Page
      width="narrow"
      title={t('topic.title')}
      summary={t('topic.summary')}
      breadcrumbs={[{ label: t('title'), href: '/methods' }]}
      actions={
        <Button look="secondary" icon={<Printer aria-hidden size={20} />} onPress={() => window.print()}>
          {t('topic.print')}
        </Button>
      }
    >
      {/* on paper the questions themselves, to be talked over at a table, until there is advice */}
      <div className={`form page-section topic-questions${answers ? ' no-print' : ''}`}>
        {TOPIC_QUESTION_NAMES.map((question) => (
          <Question
            key={question} question={question} value={some[question] ?? null}
            onChange={(answer) => setParams({ ...some, [question]: answer }, { replace: true, preventScrollReset: true })}
          />
        ))}
      </div>
      <div role="status" className="soft no-print">
        {answers ? t('topic.advised', { advice: t(`topic.advice.${adviseOn(answers).advice}`) }) : t('topic.unanswered', { count: missing })}
      </div>
      {answers && <Advice answers={answers} />}
      {answers && <KeepTopicCheck key={JSON.stringify(answers)} answers={answers} />}
    </Page>
  );
}

function Question({ question, value, onChange }: { question: TopicQuestion; value: string | null; onChange: (answer: string) => void }) {
  const t = useText('methods');
  return (
    <RadioGroup<string>
      label={t(`topic.q.${question}.label`)} value={value} onChange={onChange}
      options={TOPIC_QUESTIONS[question].map((id) => ({ id, label: t(wordsOf(question, id)) }))}
    />
  );
}
