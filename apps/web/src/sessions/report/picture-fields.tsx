import type { OwnContent, ReportDraft } from '@spolu/contracts/report-blocks';
import type { PicturedPeople, SayPicturedPeople } from '@spolu/contracts/report-pictures';
import { Button } from '@spolu/ui/button';
import { Notice } from '@spolu/ui/notice';
import { RadioGroup } from '@spolu/ui/radio-group';
import { TextArea } from '@spolu/ui/text-area';
import { TextField } from '@spolu/ui/text-field';
import { api } from '../../http/api.ts';
import { useCommand } from '../../http/queries.ts';
import { useProblemText } from '../../http/use-problem-text.ts';
import { useText } from '../../i18n/use-text.ts';
import { ReportPictureView } from './report-picture.tsx';
import { draftPath } from './use-block.ts';

export const PICTURE_WORDS_MAX = 500;
type PictureContent = Extract<OwnContent, { kind: 'picture' }>;
export type PictureWords = Pick<PictureContent, 'alt' | 'caption'>;

/** What is said with a picture: for those who can't see it, and below it. */
export function PictureWordFields({ words, language, onChange }: { words: PictureWords; language: string; onChange: (words: PictureWords) => void }) {
  const t = useText('sessions/report');
  return (
    <>
      <TextArea label={t('picture.alt')} hint={t('picture.altHint')} rows={2} maxLength={PICTURE_WORDS_MAX} lang={language} value={words.alt} onChange={(alt) => onChange({ ...words, alt: alt.replace(/\s*\n\s*/g, ' ') })} />
      <TextField label={t('picture.caption')} optional lang={language} value={words.caption} onChange={(caption) => onChange({ ...words, caption: caption.slice(0, PICTURE_WORDS_MAX) })} />
    </>
  );
}

export function PeopleChoice({ value, onChange }: { value: PicturedPeople | null; onChange: (people: PicturedPeople) => void }) {
  const t = useText('sessions/report');
  return (
    <RadioGroup
      label={t('picture.people')}
      hint={t('picture.peopleHint')}
      value={value}
      onChange={onChange}
      options={[{ id: 'nobody', label: t('picture.nobody') }, { id: 'agreed', label: t('picture.agreed') }]}
    />
  );
}

/** A picture in the editor: seen, worded, and looked at again where somebody took her consent back. */
export function PictureFields({ content, report, onChange }: { content: PictureContent; report: ReportDraft; onChange: (content: PictureContent) => void }) {
  const t = useText('sessions/report');
  const problemText = useProblemText();
  const { sessionId, photoWithdrawals: withdrawals } = report;
  const picture = report.pictures.find(({ fileId }) => fileId === content.fileId);
  const say = useCommand((people: PicturedPeople) => api.put(`/sessions/${sessionId}/report-pictures/${content.fileId}/people`, { people, withdrawals } satisfies SayPicturedPeople), [draftPath(sessionId), `/sessions/${sessionId}/report`]);
  return (
    <div className="stack stack-s">
      <ReportPictureView report={report} picture={{ ...content, caption: '' }} />
      {picture?.held && (
        <Notice tone="warn" title={t('picture.held')}>
          <div className="stack stack-s">
            <p>{t('picture.heldMeans')}</p>
            <div>
              <Button look="secondary" size="small" isPending={say.isPending} onPress={() => say.mutate('agreed')}>{t('picture.lookedAt')}</Button>
            </div>
          </div>
        </Notice>
      )}
      {say.error && <Notice tone="bad" role="alert">{problemText(say.error)}</Notice>}
      <PictureWordFields words={content} language={report.language} onChange={(words) => onChange({ ...content, ...words })} />
      {picture && !picture.held && <PeopleChoice value={picture.people} onChange={(people) => say.mutate(people)} />}
    </div>
  );
}
