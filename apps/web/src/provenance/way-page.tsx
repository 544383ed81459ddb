import type { Way } from '@spolu/contracts/provenance';
import { LinkButton } from '@spolu/ui/link-button';
import { useParams } from 'react-router';
import { useResource } from '../http/queries.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { FollowButton } from './notices/follow-button.tsx';
import { WaitingClock } from './waiting-clock.tsx';
import { WayMap } from './way-map.tsx';

const TITLE_SHOWN = 120;

/** All that led to one thing and all that came of it, for everybody who may see it. */
export function WayPage() {
  const { id = '' } = useParams();
  const t = useText('provenance');
  const way = useResource<Way>(`/records/${id}/way`);
  return (
    <Loaded query={way} as="page">
      {(found) => {
        const asked = found.stations.find(({ recordId }) => recordId === found.recordId);
        const words = asked?.title ?? '';
        const title = words.length > TITLE_SHOWN ? `${words.slice(0, TITLE_SHOWN)}…` : words;
        return (
          <Page
            width="narrow"
            title={title}
            windowTitle={t('wayOf', { title })}
            kind={asked && t('wayOfKind', { kind: t(`kind.${asked.kind}`).toLocaleLowerCase() })}
            summary={asked?.kind === 'contribution' ? t('way.noteSummary') : t('way.summary', { count: found.contributionCount })}
            actions={
              <>
                {asked?.url && <LinkButton look="secondary" href={asked.url}>{t('way.open')}</LinkButton>}
                <FollowButton recordId={found.recordId} />
              </>
            }
          >
            <section className="page-section stack">
              <WayMap way={found} label={t('wayOf', { title })} />
              {found.stations.length === 1 && <p className="soft">{t('way.alone')}</p>}
              <p className="soft small">{t('way.noNames')}</p>
            </section>
            <WaitingClock recordId={found.recordId} />
          </Page>
        );
      }}
    </Loaded>
  );
}
