import { Link, useLocation } from 'react-router';
import { useTexts } from '../i18n/language';
import { useCan } from '../session/session';
import styles from './Navigation.module.css';
import { placeGroups } from './places';

/** A query as people read it; what is not encoded properly stays as it is. */
function decoded(search: string): string {
  try {
    return decodeURIComponent(search);
  } catch {
    return search;
  }
}

/** The place that an address belongs to: that with the same filters, or that of the same page. */
function currentOf(pathname: string, search: string): string | undefined {
  const paths = placeGroups.flatMap((group) => group.places).map((place) => place.path);
  const exact = paths.find((path) => path === pathname + decoded(search));
  const area = `/${pathname.split('/')[1]}`;
  return exact ?? paths.find((path) => path === area);
}

/** The pages that the user has the permission to see, by area. */
export function Navigation() {
  const { t } = useTexts();
  const can = useCan();
  const { pathname, search } = useLocation();
  const current = currentOf(pathname, search);
  return (
    <nav aria-label={t('nav.label')} className={styles['navigation']}>
      {placeGroups.map(({ label, places }) => {
        const shown = places.filter((place) => can(place.permission));
        return (
          shown.length > 0 && (
            <section key={label ?? 'home'}>
              {label && <h2 className={styles['group']}>{t(label)}</h2>}
              {shown.map(({ path, label: name, icon: Symbol }) => (
                <Link key={path} to={path} aria-current={current === path ? 'page' : undefined} className={styles['place']}>
                  <Symbol size={17} strokeWidth={1.6} aria-hidden />
                  {t(name, { count: 2 })}
                </Link>
              ))}
            </section>
          )
        );
      })}
    </nav>
  );
}
