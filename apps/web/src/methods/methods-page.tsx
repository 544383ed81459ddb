import { Card } from '@spolu/ui/card';
import { LinkButton } from '@spolu/ui/link-button';
import { Compass, ListChecks } from 'lucide-react';
import { useSearchParams } from 'react-router';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { LibraryWords } from './library-words.tsx';
import { MethodFacts } from './method-facts.tsx';
import { filterFrom, paramsOf } from './method-filter.ts';
import { MethodList } from './method-list.tsx';
import { useMethods } from './use-methods.ts';

export function MethodsPage() {
  const t = useText('methods');
  const methods = useMethods();
  const [params, setParams] = useSearchParams();
  return (
    <Page
      title={t('title')}
      summary={t('summary')}
      actions={
        <>
          <LinkButton look="secondary" href="/methods/guide" icon={<Compass aria-hidden size={20} />}>
            {t('guide.link')}
          </LinkButton>
          <LinkButton look="secondary" href="/topic-guide" icon={<ListChecks aria-hidden size={20} />}>
            {t('topic.link')}
          </LinkButton>
        </>
      }
    >
      <Loaded query={methods}>
        {(list) => (
          <MethodList methods={list} filter={filterFrom(params)} onFilter={(filter) => setParams(paramsOf(filter), { replace: true, preventScrollReset: true })}>
            {(method) => (
              <Card key={method.id} as="li" look="link">
                <div className="stack stack-s">
                  <h2 className="method-name">
                    <a href={`/methods/${method.id}`}>
                      <LibraryWords of={method.name} />
                    </a>
                  </h2>
                  <p>
                    <LibraryWords of={method.purpose} />
                  </p>
                  <MethodFacts of={method} />
                </div>
              </Card>
            )}
          </MethodList>
        )}
      </Loaded>
    </Page>
  );
}
