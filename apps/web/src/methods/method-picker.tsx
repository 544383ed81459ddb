import type { MethodSummary } from '@spolu/contracts/methods';
import { Button } from '@spolu/ui/button';
import { Card } from '@spolu/ui/card';
import { Tabs } from '@spolu/ui/tabs';
import { ArrowLeft, Plus } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { LibraryWords } from './library-words.tsx';
import { MethodDetails } from './method-details.tsx';
import { MethodFacts } from './method-facts.tsx';
import { NO_FILTER, type MethodFilter } from './method-filter.ts';
import { MethodGuide } from './method-guide.tsx';
import { MethodList } from './method-list.tsx';
import { useMethod, useMethods } from './use-methods.ts';

export interface MethodPickerProps {
  /** The facilitator wants this method in her agenda. */
  onPick: (methodId: string) => void;
  /** What is known of the session already. */
  people?: number;
  minutes?: number;
  /** A picked method is on its way into the agenda. */
  pending?: boolean;
  /** What else there is to choose from, above the list. */
  above?: ReactNode;
}

/** Choosing a method without leaving the agenda: the list, one method in full, and the button that adds it. Put it into a large dialog. */
export function MethodPicker({ onPick, people, minutes, pending = false, above }: MethodPickerProps) {
  const t = useText('methods');
  const methods = useMethods();
  const [filter, setFilter] = useState<MethodFilter>({ ...NO_FILTER, people: people ?? null, minutes: minutes ?? null });
  const [way, setWay] = useState<'list' | 'guide'>('list');
  const [opened, setOpened] = useState<string | null>(null);
  const cameFrom = useRef<string | null>(null);

  if (opened !== null) {
    return <OpenedMethod methodId={opened} pending={pending} onPick={onPick} onBack={() => setOpened(null)} />;
  }
  const actions = (method: MethodSummary) => (
    <>
      <Button
        size="small"
        icon={<Plus aria-hidden size={18} />}
        isDisabled={pending}
        onPress={() => onPick(method.id)}
        aria-label={t('pick.addNamed', { method: method.name.text })}
      >
        {t('pick.add')}
      </Button>
      <Button
        size="small"
        look="secondary"
        autoFocus={cameFrom.current === method.id}
        onPress={() => {
          cameFrom.current = method.id;
          setOpened(method.id);
        }}
        aria-label={t('pick.openNamed', { method: method.name.text })}
      >
        {t('pick.open')}
      </Button>
    </>
  );
  const name = (method: MethodSummary) => (
    <h3 className="method-name">
      <LibraryWords of={method.name} />
    </h3>
  );
  return (
    <div className="method-picker">
      {above}
      <Loaded query={methods}>
        {(list) => (
          <Tabs
            label={t('filter.label')}
            selected={way}
            onSelect={setWay}
            tabs={[
              {
                id: 'list', label: t('guide.list'),
                content: (
                  <MethodList methods={list} filter={filter} onFilter={setFilter}>
                    {(method) => (
                      <Card key={method.id} as="li">
                        <div className="stack stack-s">
                          {name(method)}
                          <p>
                            <LibraryWords of={method.purpose} />
                          </p>
                          <MethodFacts of={method} />
                          <div className="row">{actions(method)}</div>
                        </div>
                      </Card>
                    )}
                  </MethodList>
                ),
              },
              { id: 'guide', label: t('guide.link'), content: <MethodGuide methods={list} people={people} minutes={minutes} name={name} actions={actions} /> },
            ]}
          />
        )}
      </Loaded>
    </div>
  );
}

function OpenedMethod({ methodId, pending, onPick, onBack }: { methodId: string; pending: boolean; onPick: (methodId: string) => void; onBack: () => void }) {
  const t = useText('methods');
  const query = useMethod(methodId);
  const heading = useRef<HTMLHeadingElement>(null);
  const known = query.data !== undefined;
  useEffect(() => {
    if (known) heading.current?.focus();
  }, [known]);
  return (
    <div className="stack">
      <div>
        <Button look="quiet" icon={<ArrowLeft aria-hidden size={20} />} onPress={onBack}>
          {t('pick.back')}
        </Button>
      </div>
      <Loaded query={query}>
        {(method) => (
          <>
            <h3 ref={heading} tabIndex={-1} className="method-opened">
              <LibraryWords of={method.name} />
            </h3>
            <p>
              <LibraryWords of={method.purpose} />
            </p>
            <MethodFacts of={method} />
            <MethodDetails method={method} level={3} />
            <div>
              <Button icon={<Plus aria-hidden size={20} />} isPending={pending} onPress={() => onPick(method.id)}>
                {t('pick.add')}
              </Button>
            </div>
          </>
        )}
      </Loaded>
    </div>
  );
}
