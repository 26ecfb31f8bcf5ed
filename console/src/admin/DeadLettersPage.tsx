import { Button, Table } from '@mantine/core';
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Redriven, Waiting } from '../../generated/customer';
import { api } from '../api/client';
import { offerUndo } from '../api/save';
import { useFormats } from '../i18n/format';
import { useTexts } from '../i18n/language';
import { useErrorText } from '../ui/Notice';
import { useTitle } from '../ui/useTitle';
import styles from './Admin.module.css';

const services = ['auth-service', 'customer-service', 'order-service', 'migration-service'];

/** Events that services could not process, with a button that lets them try again. */
export function DeadLettersPage() {
  const { t } = useTexts();
  const formats = useFormats();
  useTitle(t('admin.deadLetters'));
  const client = useQueryClient();
  const describe = useErrorText();
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>();
  const found = useQueries({
    queries: services.map((service) => ({
      queryKey: ['dead-letters', service],
      queryFn: ({ signal }: { signal: AbortSignal }) => api.get<Waiting[]>(`/api/v1/${service}/dead-letters`, { signal }),
    })),
  });
  const redrive = async (service: string) => {
    setBusy(service);
    setFailure(undefined);
    try {
      const { data } = await api.post<Redriven>(`/api/v1/${service}/dead-letters/redrive`);
      offerUndo(t('admin.redriven', { count: data.redriven }));
      await client.invalidateQueries({ queryKey: ['dead-letters', service] });
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(null);
    }
  };
  return (
    <div className={styles['page']}>
      <header>
        <h1>{t('admin.deadLetters')}</h1>
        <p className="muted">{t('admin.deadLettersIntro')}</p>
      </header>
      {failure !== undefined && (
        <p role="alert" className={styles['error']}>
          {describe(failure)}
        </p>
      )}
      <div className={styles['card']} tabIndex={0} role="region" aria-label={t('admin.deadLetters')}>
        <Table className={styles['table'] ?? ''}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('admin.service')}</Table.Th>
              <Table.Th>{t('admin.topic')}</Table.Th>
              <Table.Th ta="right">{t('admin.waiting')}</Table.Th>
              <Table.Th>
                <span className="visually-hidden">{t('action.more')}</span>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {services.map((service, index) => {
              const { data, error } = found[index] ?? {};
              const waiting = (data ?? []).reduce((sum, each) => sum + each.deadLetters, 0);
              return (
                <Table.Tr key={service}>
                  <Table.Td>{service}</Table.Td>
                  <Table.Td className="muted">
                    {error ? t('admin.unavailable') : (data ?? []).map((each) => <div key={each.topic + each.consumer}>{`${each.topic} → ${each.consumer}: ${formats.number(each.deadLetters)}`}</div>)}
                  </Table.Td>
                  <Table.Td ta="right" className="tabular">
                    {data && formats.number(waiting)}
                  </Table.Td>
                  <Table.Td ta="right">
                    <Button variant="default" size="compact-xs" disabled={waiting === 0} loading={busy === service} onClick={() => void redrive(service)}>
                      {t('admin.redrive')}
                    </Button>
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </div>
    </div>
  );
}
