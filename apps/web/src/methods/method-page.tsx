import { Button } from '@spolu/ui/button';
import { Printer } from 'lucide-react';
import { useParams } from 'react-router';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { AddToSession } from './add-to-session.tsx';
import { LibraryWords } from './library-words.tsx';
import { MethodDetails } from './method-details.tsx';
import { MethodFacts } from './method-facts.tsx';
import { useMethod } from './use-methods.ts';

export function MethodPage() {
  const t = useText('methods');
  const { methodId = '' } = useParams();
  const query = useMethod(methodId);
  return (
    <Loaded query={query} as="page">
      {(method) => (
        <Page
          width="narrow"
          title={method.name.text}
          summary={<LibraryWords of={method.purpose} />}
          breadcrumbs={[{ label: t('title'), href: '/methods' }]}
          meta={<MethodFacts of={method} />}
          actions={
            <Button look="secondary" icon={<Printer aria-hidden size={20} />} onPress={() => window.print()}>
              {t('method.print')}
            </Button>
          }
        >
          <MethodDetails method={method} />
          <AddToSession methodId={method.id} />
        </Page>
      )}
    </Loaded>
  );
}
