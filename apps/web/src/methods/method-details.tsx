import type { Method } from '@spolu/contracts/methods';
import { Notice } from '@spolu/ui/notice';
import { Tag } from '@spolu/ui/tag';
import { TriangleAlert } from 'lucide-react';
import { LANGUAGE_NAMES, useFormat } from '../i18n/format.ts';
import { currentLanguage } from '../i18n/i18n.ts';
import type { TextKey } from '../i18n/texts.ts';
import { useText } from '../i18n/use-text.ts';
import { LibraryWords } from './library-words.tsx';
import { useDuration } from './use-duration.ts';
import './methods.css';

/** Everything a facilitator needs to decide and to lead it, the warning first. */
export function MethodDetails({ method, level = 2 }: { method: Method; level?: 2 | 3 }) {
  const t = useText('methods');
  const format = useFormat();
  const Heading = level === 2 ? 'h2' : 'h3';
  const others = otherLanguages(method);
  return (
    <div className="stack">
      <Notice tone="warn" title={t('method.notFor')} icon={<TriangleAlert aria-hidden size={22} />}>
        <p>
          <LibraryWords of={method.notFor} />
        </p>
      </Notice>
      <div>
        <Heading>{t('method.steps')}</Heading>
        <p className="soft small">{t('method.stepsHint')}</p>
      </div>
      <ol role="list" className="method-steps" aria-label={t('method.steps')}>
        {method.steps.map((step, index) => (
          <MethodStepItem key={index} step={step} />
        ))}
      </ol>
      <dl className="method-facts">
        <div>
          <dt>{t('method.output')}</dt>
          <dd>
            <LibraryWords of={method.output} />
          </dd>
        </div>
        <div>
          <dt>{t('method.materials')}</dt>
          <dd>
            <LibraryWords of={method.materials} />
          </dd>
        </div>
        <div>
          <dt>{t('method.board')}</dt>
          <dd>
            <LibraryWords of={method.boardTemplate.name} />
            {': '}
            <span lang={method.boardTemplate.frames[0]?.title.lang}>{format.list(method.boardTemplate.frames.map(({ title }) => title.text))}</span>
          </dd>
        </div>
        <div>
          <dt>{t('method.iap2')}</dt>
          <dd>{t(`iap2.${method.iap2}`)}</dd>
        </div>
        <div>
          <dt>{t('method.origin')}</dt>
          <dd lang="en">{method.origin}</dd>
        </div>
      </dl>
      {others.length > 0 && <p className="soft small">{t('method.otherLanguage', { languages: format.list(others.map((lang) => LANGUAGE_NAMES[lang])) })}</p>}
    </div>
  );
}

function MethodStepItem({ step: { title, minutes, instruction, settings, approximated } }: { step: Method['steps'][number] }) {
  const t = useText('methods');
  const duration = useDuration();
  const kind: TextKey<'methods'> = settings.kind === 'brainstorm' ? `kind.brainstorm-${settings.mode}` : `kind.${settings.kind}`;
  return (
    <li className="method-step">
      <span className="method-step-time">{duration(minutes)}</span>
      <div className="stack stack-s">
        <p className="strong">
          <LibraryWords of={title} />
        </p>
        <p>
          <LibraryWords of={instruction} />
        </p>
        <div className="row">
          <Tag>{settings.kind === 'dot-vote' ? t('kind.dot-vote-dots', { count: settings.dots }) : t(kind)}</Tag>
          {approximated && <span className="soft small">{t('approximated')}</span>}
        </div>
      </div>
    </li>
  );
}

function otherLanguages({ name, purpose, notFor, steps }: Method) {
  const used = new Set([name, purpose, notFor, ...steps.map(({ instruction }) => instruction)].map(({ lang }) => lang));
  used.delete(currentLanguage());
  return [...used];
}
