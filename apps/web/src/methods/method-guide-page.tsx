import { LinkButton } from '@spolu/ui/link-button';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { LibraryWords } from './library-words.tsx';
import { MethodGuide } from './method-guide.tsx';
import { useMethods } from './use-methods.ts';

/** For who doesn't know the library: says the aim, and is advised. */
export function MethodGuidePage() {
  const t = useText('methods');
  const methods = useMethods();
  return (
    <Page
      title={t('guide.title')}
      summary={t('guide.summary')}
      breadcrumbs={[{ label: t('title'), href: '/methods' }]}
      actions={
        <LinkButton look="secondary" href="/methods">
          {t('guide.list')}
        </LinkButton>
      }
    >
      <Loaded query={methods}>
        {(list) => (
          <MethodGuide
            methods={list}
            name={(method) => (
              <h2 className="method-name">
                <a href={`/methods/${method.id}`}>
                  <LibraryWords of={method.name} />
                </a>
              </h2>
            )}
          />
        )}
      </Loaded>
    </Page>
  );
}
