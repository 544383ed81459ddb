import { PlainButton } from '@spolu/ui/plain';
import { Spinner } from '@spolu/ui/progress';
import { Toasts } from '@spolu/ui/toast';
import { Component, Suspense, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { currentLanguage } from '../i18n/i18n.ts';
import { LANGUAGE_TAGS } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { BarePage } from './bare-page.tsx';
import { UiWords } from './ui-words.tsx';

/** Canvas and projector: the whole window is theirs. */
export function RoomFrame({ children }: { children: ReactNode }) {
  useText('shell');
  return (
    <I18nProvider locale={LANGUAGE_TAGS[currentLanguage()]}>
      <UiWords>
        <main id="main" tabIndex={-1} className="bare-frame">
          <SafetyNet>
            <Suspense fallback={<div className="wrap page"><Spinner /></div>}>{children}</Suspense>
          </SafetyNet>
        </main>
        <Toasts />
      </UiWords>
    </I18nProvider>
  );
}

/** A fault of ours must not leave an empty window before a hall. */
class SafetyNet extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <Crashed /> : this.props.children;
  }
}

function Crashed() {
  const t = useText('shell');
  return (
    <BarePage title={t('crashed.title')} summary={t('crashed.text')}>
      <div className="row">
        <PlainButton onClick={() => location.reload()}>{t('crashed.reload')}</PlainButton>
      </div>
    </BarePage>
  );
}
