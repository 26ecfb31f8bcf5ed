import { ActionIcon, Drawer } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { MenuIcon, SearchIcon } from 'lucide-react';
import { lazy, Suspense, useEffect } from 'react';
import { Link, Outlet, useLocation } from 'react-router';
import { ConflictDialog } from '../form/ConflictDialog';
import { Failures } from '../ui/Failures';
import { useTexts } from '../i18n/language';
import { useCan } from '../session/session';
import { Loading } from '../ui/Loading';
import { Navigation } from './Navigation';
import styles from './Shell.module.css';
import { UserMenu } from './UserMenu';

const JobsTray = lazy(async () => ({ default: (await import('./JobsTray')).JobsTray }));
const loadPalette = () => import('./Palette');
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }));

function Brand() {
  return (
    <Link to="/" className={styles['brand']}>
      <img src="/favicon.svg" alt="" width={24} height={24} />
      Kehu
    </Link>
  );
}

export function Shell() {
  const { t } = useTexts();
  const can = useCan();
  const [palette, paletteControl] = useDisclosure(false);
  const [drawer, drawerControl] = useDisclosure(false);
  const { pathname } = useLocation();
  useHotkeys([['mod+K', paletteControl.open]], []);
  useEffect(drawerControl.close, [pathname]);
  useEffect(() => {
    // So that no key is lost when it opens
    const timer = setTimeout(() => void loadPalette(), 1_000);
    return () => clearTimeout(timer);
  }, []);
  const shortcut = /Mac|iPhone/.test(navigator.platform) ? '⌘K' : 'Ctrl K';
  return (
    <div className={styles['shell']}>
      <a href="#content" className={styles['skip']}>
        {t('nav.skip')}
      </a>
      <aside className={styles['sidebar']}>
        <Brand />
        <Navigation />
      </aside>
      <header className={styles['header']}>
        <ActionIcon className={styles['burger']} aria-label={t('nav.open')} onClick={drawerControl.open}>
          <MenuIcon size={18} />
        </ActionIcon>
        <button type="button" className={styles['search']} onClick={paletteControl.open}>
          <SearchIcon size={15} aria-hidden />
          <span className="truncate">{t('palette.open')}</span>
          <kbd>{shortcut}</kbd>
        </button>
        <div className={styles['tools']}>
          {can('migration:read') && (
            <Suspense>
              <JobsTray />
            </Suspense>
          )}
          <UserMenu />
        </div>
      </header>
      <main id="content" tabIndex={-1} className={styles['content']}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
      <Drawer opened={drawer} onClose={drawerControl.close} position="left" size={272} title="Kehu" closeButtonProps={{ 'aria-label': t('action.close') }}>
        <Navigation />
      </Drawer>
      <Suspense>{palette && <Palette opened onClose={paletteControl.close} />}</Suspense>
      <ConflictDialog />
      <Failures />
    </div>
  );
}
