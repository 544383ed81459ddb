import { Tabs } from '@spolu/ui/tabs';
import { useNavigate, useParams } from 'react-router';
import { holds, useMe } from '../http/use-me.ts';
import { useText } from '../i18n/use-text.ts';
import { NotFoundPage } from '../shell/not-found-page.tsx';
import { Page } from '../shell/page.tsx';
import { SignInNeededPage } from '../shell/sign-in-needed-page.tsx';
import { AuditPart } from './audit-part.tsx';
import { BodiesPart } from './bodies-part.tsx';
import { OutboxPart } from './outbox-part.tsx';
import { OrganisationsPart } from './organisations-part.tsx';
import { PeoplePart } from './people-part.tsx';
import { RolesPart } from './roles-part.tsx';

const PARTS = ['people', 'organisations', 'bodies', 'roles', 'outbox', 'audit'] as const;
type Part = (typeof PARTS)[number];
const CONTENT: Record<Part, () => React.ReactNode> = {
  people: PeoplePart,
  organisations: OrganisationsPart,
  bodies: BodiesPart,
  roles: RolesPart,
  outbox: OutboxPart,
  audit: AuditPart,
};

/** People, organisations, bodies and who may do what. An officer sees it too, as far as her organisation goes; the server decides. */
export function AdminPage() {
  const t = useText('identity');
  const me = useMe();
  const navigate = useNavigate();
  const { part = 'people' } = useParams();
  if (!me.known) return null;
  if (!me.person) return <SignInNeededPage />;
  const administrator = holds(me, 'administrator');
  const parts = PARTS.filter((one) => administrator || one === 'people' || one === 'roles');
  const chosen = parts.find((one) => one === part);
  if (!chosen || !(administrator || holds(me, 'officer'))) return <NotFoundPage />;
  return (
    <Page title={t('admin.title')} windowTitle={`${t(`admin.${chosen}`)} · ${t('admin.title')}`}>
      <Tabs
        label={t('admin.parts')}
        selected={chosen}
        onSelect={(id) => void navigate(`/admin/${id}`)}
        tabs={parts.map((id) => {
          const Content = CONTENT[id];
          return { id, label: t(`admin.${id}`), content: <Content /> };
        })}
      />
    </Page>
  );
}
