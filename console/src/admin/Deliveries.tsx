import { Button, Table } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { DeliveryView } from '../../generated/customer';
import { api } from '../api/client';
import { usePages } from '../api/pages';
import { useFormats } from '../i18n/format';
import { useTexts } from '../i18n/language';
import { Entries } from '../record/Entries';
import { useCan } from '../session/session';
import { Status } from '../ui/Status';
import styles from './Admin.module.css';
import { webhooks } from './WebhooksPage';

export function Deliveries({ webhook }: { webhook: string }) {
  const { t, field } = useTexts();
  const formats = useFormats();
  const can = useCan();
  const client = useQueryClient();
  const path = `${webhooks}/${webhook}/deliveries`;
  const found = usePages<DeliveryView>(['deliveries', webhook], path);
  const again = async (id: string) => {
    await api.post(`${path}/${id}/redrive`);
    await client.invalidateQueries({ queryKey: ['deliveries', webhook] });
  };
  return (
    <Entries found={found} empty={t('admin.noDeliveries')} count={found.items.length}>
      <div className={styles['scroll']} tabIndex={0} role="region" aria-label={t('admin.deliveries')}>
        <Table className={styles['table'] ?? ''}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{field('createdAt')}</Table.Th>
              <Table.Th>{field('type')}</Table.Th>
              <Table.Th>{field('status')}</Table.Th>
              <Table.Th ta="right">{t('admin.attempts')}</Table.Th>
              <Table.Th>{t('admin.answer')}</Table.Th>
              <Table.Th>
                <span className="visually-hidden">{t('action.more')}</span>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {found.items.map((delivery) => (
              <Table.Tr key={delivery.id}>
                <Table.Td className="tabular">{formats.moment(delivery.createdAt)}</Table.Td>
                <Table.Td>{delivery.type}</Table.Td>
                <Table.Td>
                  <Status value={delivery.status} />
                </Table.Td>
                <Table.Td ta="right" className="tabular">
                  {delivery.attempts}
                </Table.Td>
                <Table.Td>{delivery.error ?? delivery.responseStatus ?? ''}</Table.Td>
                <Table.Td ta="right">
                  {delivery.status === 'dead' && can('webhook:write') && (
                    <Button variant="default" size="compact-xs" onClick={() => void again(delivery.id)}>
                      {t('admin.redrive')}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Entries>
  );
}
