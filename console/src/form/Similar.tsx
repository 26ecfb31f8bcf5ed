import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api } from '../api/client';
import type { Changes } from '../api/save';
import type { DuplicateSearch, EmailAddress, LikelyDuplicate, PhoneNumber } from '../../generated/customer';
import { useTexts } from '../i18n/language';
import { useCan } from '../session/session';
import styles from './Similar.module.css';

function searchOf(values: Changes): DuplicateSearch | null {
  const name = typeof values['name'] === 'string' ? values['name'].trim() : '';
  const emails = ((values['emails'] as EmailAddress[] | undefined) ?? []).map((each) => each.address).filter((each) => /.@.+\../.test(each ?? ''));
  const phones = ((values['phones'] as PhoneNumber[] | undefined) ?? []).map((each) => each.number).filter((each) => (each ?? '').length > 5);
  return name.length < 3 && emails.length === 0 && phones.length === 0 ? null : { ...(name.length >= 3 && { name }), emails, phones };
}

/** Names customers that resemble the one that is being entered. */
export function Similar({ values }: { values: Changes }) {
  const { t } = useTexts();
  const can = useCan();
  const [search] = useDebouncedValue(JSON.stringify(searchOf(values)), 400);
  const { data } = useQuery({
    queryKey: ['duplicates', search],
    queryFn: async () => (await api.post<{ items: LikelyDuplicate[] }>('/api/v1/customers/duplicates', JSON.parse(search))).data.items,
    enabled: search !== 'null' && can('customer:read'),
    retry: false,
  });
  if (!data || data.length === 0) {
    return null;
  }
  return (
    <div className={styles['similar']} role="status">
      <strong>{t('record.similar')}</strong>
      <ul>
        {data.slice(0, 5).map((each, index) => (
          <li key={each.id ?? index}>
            {each.id ? (
              <Link to={`/customers/${each.id}`} target="_blank">
                {each.name}
              </Link>
            ) : (
              `${each.name} (${t('record.hidden')})`
            )}{' '}
            <span className="muted tabular">{Math.round(each.score * 100)} %</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
