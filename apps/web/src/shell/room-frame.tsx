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

interface RoomFrameProps {
  children: ReactNode;
  /** The server has another version by now; without it, the screen says how to go on. */
  onMissingPart?: (() => void) | undefined;
}

/** Canvas and projector: the whole window is theirs. */
export function RoomFrame({ children, onMissingPart }: RoomFrameProps) {
  useText('shell');
  return (
    <I18nProvider locale={LANGUAGE_TAGS[currentLanguage()]}>
      <UiWords>
        <main id="main" tabIndex={-1} className="bare-frame">
          <SafetyNet onMissingPart={onMissingPart}>
            <Suspense fallback={<div className="wrap page"><Spinner /></div>}>{children}</Suspense>
          </SafetyNet>
        </main>
        <Toasts />
      </UiWords>
    </I18nProvider>
  );
}

/** A fault of ours must not leave an empty window before a hall. */
class SafetyNet extends Component<RoomFrameProps, { fault: unknown }> {
  override state = { fault: null };

  static getDerivedStateFromError(fault: unknown) {
    return { fault };
  }

  override componentDidCatch(fault: unknown) {
    if (isMissingPart(fault)) this.props.onMissingPart?.();
  }

  override render() {
    return this.state.fault === null ? this.props.children : <Crashed isOutdated={isMissingPart(this.state.fault)} />;
  }
}

/** What browsers say of a part of the program that the server has not got (any more). */
const isMissingPart = (fault: unknown): boolean => fault instanceof Error && /dynamically imported module|module script failed|preload/i.test(fault.message);

/** A tab that was left open while the server got another version, or whose network went before a part of the page had come, says how to go on. */
function Crashed({ isOutdated }: { isOutdated: boolean }) {
  const t = useText('shell');
  return (
    <BarePage title={t(isOutdated ? 'outdated.title' : 'crashed.title')} summary={t(isOutdated ? 'outdated.text' : 'crashed.text')}>
      <div className="row">
        <PlainButton onClick={() => location.reload()}>{t('crashed.reload')}</PlainButton>
      </div>
    </BarePage>
  );
}
