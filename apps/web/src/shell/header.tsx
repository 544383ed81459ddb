import type { Language } from '@spolu/contracts/common';
import type { Me } from '@spolu/contracts/identity';
import type { NoticeCount } from '@spolu/contracts/notices';
import { LANGUAGES } from '@spolu/contracts/plain';
import { Button } from '@spolu/ui/button';
import { LinkButton } from '@spolu/ui/link-button';
import { Menu } from '@spolu/ui/menu';
import { Banner } from '@spolu/ui/notice';
import { toast } from '@spolu/ui/toast';
import { Bell, Contrast, Languages, LogOut, Menu as MenuIcon, UserRound } from 'lucide-react';
import { useState } from 'react';
import { NavLink, useLocation, useNavigate } from 'react-router';
import { api } from '../http/api.ts';
import { useCommand, useResource } from '../http/queries.ts';
import { holds, useInstallation, useMe, useViewerChange } from '../http/use-me.ts';
import { useProblemText } from '../http/use-problem-text.ts';
import { LANGUAGE_NAMES } from '../i18n/format.ts';
import { changeLanguage, currentLanguage } from '../i18n/i18n.ts';
import type { TextKey } from '../i18n/texts.ts';
import { useText } from '../i18n/use-text.ts';
import { chooseTheme, THEMES, useTheme } from './theme.ts';
import { forgetDrafts } from './use-draft.ts';

interface Way {
  href: string;
  text: TextKey<'shell'>;
  shown: (me: Me) => boolean;
}

const NOTICES_ASKED_EVERY_MS = 120_000;
const always = () => true;
const signedIn = (me: Me) => me.person !== null;

/** Ways for everybody first, then what the viewer's roles open. */
const WAYS: readonly Way[] = [
  { href: '/processes', text: 'nav.processes', shown: always },
  { href: '/decisions', text: 'nav.decisions', shown: always },
  { href: '/commitments', text: 'nav.commitments', shown: always },
  { href: '/desk', text: 'nav.desk', shown: (me) => holds(me, 'chair', 'secretary', 'member', 'guest') },
  { href: '/assessments', text: 'nav.assessments', shown: (me) => holds(me, 'department-member') },
  { href: '/overview', text: 'nav.overview', shown: (me) => holds(me, 'officer', 'lead', 'administrator') },
  { href: '/methods', text: 'nav.methods', shown: (me) => holds(me, 'officer', 'lead', 'facilitator', 'lead-facilitator', 'co-facilitator', 'administrator') },
  { href: '/my', text: 'nav.my', shown: signedIn },
  { href: '/admin', text: 'nav.admin', shown: (me) => holds(me, 'administrator', 'officer') },
];

export function Header() {
  const t = useText('shell');
  const me = useMe();
  const { data: installation } = useInstallation();
  const { pathname } = useLocation();
  // The folded menu belongs to the page it was opened on: another page finds it closed.
  const [openOn, setOpenOn] = useState<string | null>(null);
  const open = openOn === pathname;
  const ways = WAYS.filter((way) => way.shown(me));
  return (
    <header className="site-header no-print">
      {installation && !installation.secure && <Banner tone="warn">{t('notSecure')}</Banner>}
      <div className="wrap site-header-row">
        <a className="site-name" href="/">
          <img className="site-icon" src="/icon.svg" alt="" width="36" height="36" />
          <span>
            <span className="site-product">Spolupracovňa</span>
            {installation?.setUp && <span className="site-town">{installation.name}</span>}
          </span>
        </a>
        <div className="site-tools">
          <LanguageMenu />
          <span className="site-wide">
            <ThemeMenu />
          </span>
          {me.person && <Notices />}
          {me.known && <Person me={me} />}
          <Button
            className="site-menu-button"
            look="quiet"
            icon={<MenuIcon aria-hidden size={22} />}
            iconOnly
            aria-label={t('nav.menu')}
            aria-expanded={open}
            aria-controls="site-nav"
            onPress={() => setOpenOn(open ? null : pathname)}
          />
        </div>
        <nav id="site-nav" className="site-nav" aria-label={t('nav.label')} data-open={open || undefined}>
          <ul role="list">
            {ways.map(({ href, text }) => (
              <li key={href}>
                <NavLink to={href}>{t(text)}</NavLink>
              </li>
            ))}
          </ul>
          <div className="site-narrow">
            <ThemeMenu withName />
          </div>
        </nav>
      </div>
    </header>
  );
}

function LanguageMenu() {
  const t = useText('shell');
  const now = currentLanguage();
  return (
    <Menu
      label={t('language')}
      trigger={{
        look: 'quiet',
        icon: <Languages aria-hidden size={20} className="site-wide" />,
        'aria-label': `${now.toUpperCase()} – ${t('language')}: ${LANGUAGE_NAMES[now]}`,
        children: now.toUpperCase(),
      }}
      entries={LANGUAGES.map((language: Language) => ({
        id: language,
        label: <span lang={language}>{LANGUAGE_NAMES[language]}{language === now && ' ✓'}</span>,
        text: LANGUAGE_NAMES[language],
        onAction: () => void changeLanguage(language),
      }))}
    />
  );
}

/** On a phone it stands in the folded menu and says its name. */
function ThemeMenu({ withName = false }: { withName?: boolean }) {
  const t = useText('shell');
  const now = useTheme();
  const name = `${t('theme.label')}: ${t(`theme.${now}`)}`;
  return (
    <Menu
      label={t('theme.label')}
      trigger={{ look: 'quiet', iconOnly: !withName, icon: <Contrast aria-hidden size={20} />, 'aria-label': name, children: withName && name }}
      entries={THEMES.map((theme) => ({ id: theme, label: t(`theme.${theme}`) + (theme === now ? ' ✓' : ''), onAction: () => chooseTheme(theme) }))}
    />
  );
}

/** Whether something came of what she wrote or follows. Asked again now and then, and when she comes back to the window. */
function Notices() {
  const t = useText('shell');
  const { data } = useResource<NoticeCount>('/notice-count', { refetchInterval: NOTICES_ASKED_EVERY_MS });
  const unread = data?.unread ?? 0;
  return (
    <NavLink className="ui-button site-bell" data-look="quiet" data-size="medium" to="/notices" aria-label={unread > 0 ? t('newNotices', { count: unread }) : t('notices')}>
      <Bell aria-hidden size={20} />
      {unread > 0 && <span className="site-unread" aria-hidden>{unread}</span>}
    </NavLink>
  );
}

function Person({ me }: { me: Me }) {
  const t = useText('shell');
  const signOut = useCommand(() => api.delete('/sign-ins/current'));
  const problemText = useProblemText();
  const viewerChange = useViewerChange();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  async function handleSignedOut() {
    await navigate('/');
    forgetDrafts();
    await viewerChange();
  }
  if (!me.person) {
    return pathname === '/sign-in' ? null : (
      <LinkButton href="/sign-in" look="secondary" size="small">
        {t('signIn')}
      </LinkButton>
    );
  }
  return (
    <Menu
      label={t('person.menu')}
      trigger={{
        look: 'quiet',
        icon: <UserRound aria-hidden size={20} />,
        'aria-label': `${t('person.menu')}: ${me.person.name}`,
        children: <span className="site-person">{me.person.name}</span>,
      }}
      entries={[
        { id: 'account', label: t('person.account'), icon: <UserRound aria-hidden size={18} />, href: '/account' },
        {
          id: 'sign-out',
          label: t('person.signOut'),
          icon: <LogOut aria-hidden size={18} />,
          onAction: () => signOut.mutate(undefined, { onSuccess: handleSignedOut, onError: (error) => toast(problemText(error), 'bad') }),
        },
      ]}
    />
  );
}
