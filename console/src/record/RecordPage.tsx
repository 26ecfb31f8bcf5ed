import { Tabs } from '@mantine/core';
import { useNavigate, useParams } from 'react-router';
import { useRecord } from '../api/records';
import type { KindName } from '../../generated/kinds';
import { useTexts } from '../i18n/language';
import { kinds, type Kind } from '../kinds/kinds';
import type { AnyRecord } from '../kinds/meta';
import { useCan } from '../session/session';
import { Loading } from '../ui/Loading';
import { ErrorNotice } from '../ui/Notice';
import { useTitle } from '../ui/useTitle';
import { Details } from './Details';
import { Header } from './Header';
import styles from './RecordPage.module.css';
import { tabsOf } from './tabs';

export function RecordPage({ kind: name, id }: { kind: KindName; id: string }) {
  const kind = kinds[name];
  const { data, error, isPending, refetch } = useRecord(name, id);
  useTitle(data && kind.title(data.data));
  if (isPending) {
    return <Loading />;
  }
  if (!data) {
    return <ErrorNotice error={error} retry={() => void refetch()} />;
  }
  return <Page kind={kind} record={data.data} />;
}

function Page({ kind, record }: { kind: Kind; record: AnyRecord }) {
  const { t } = useTexts();
  const can = useCan();
  const navigate = useNavigate();
  const { tab } = useParams();
  const tabs = tabsOf(kind).filter((each) => can(each.permission));
  const current = tabs.find((each) => each.name === tab)?.name ?? tabs[0]?.name ?? null;
  return (
    <div className={styles['page']}>
      <Header kind={kind} record={record} />
      <div className={styles['columns']}>
        <section className={styles['details']} aria-label={t('record.details')}>
          <Details kind={kind} record={record} />
        </section>
        <section className={styles['tabs']}>
          <Tabs value={current} onChange={(next) => void navigate(`/${kind.name}/${record.id}/${next}`, { replace: true })} keepMounted={false}>
            <Tabs.List className={styles['list'] ?? ''}>
              {tabs.map((each) => (
                <Tabs.Tab key={each.name} value={each.name}>
                  {t(each.label, { count: 2 })}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            {tabs.map((each) => (
              <Tabs.Panel key={each.name} value={each.name} pt="sm">
                {each.render(record)}
              </Tabs.Panel>
            ))}
          </Tabs>
        </section>
      </div>
    </div>
  );
}
