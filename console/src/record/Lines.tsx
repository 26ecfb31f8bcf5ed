import { Table } from '@mantine/core';
import type { OrderView } from '../../generated/order';
import { useFormats } from '../i18n/format';
import { useTexts } from '../i18n/language';
import type { AnyRecord } from '../kinds/meta';
import { Reference } from '../ui/Reference';
import styles from './Related.module.css';

/** The lines of an order, a quote or an invoice, with their sums. */
export function Lines({ record }: { record: AnyRecord }) {
  const order = record as unknown as OrderView;
  const { t, field } = useTexts();
  const formats = useFormats();
  const sums = [
    ['subtotal', order.subtotal],
    ['taxTotal', order.taxTotal],
    ['total', order.total],
    ['paid', order.paid],
  ] as const;
  return (
    <div className={styles['scroll']} tabIndex={0} role="region" aria-label={t('record.lines')}>
      <Table className={`${styles['table']} tabular`}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{field('productId')}</Table.Th>
            <Table.Th>{field('sku')}</Table.Th>
            {['quantity', 'unitPrice', 'discount', 'tax', 'total'].map((name) => (
              <Table.Th key={name} ta="right">
                {field(name)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {order.lines.map((line) => (
            <Table.Tr key={line.lineNo}>
              <Table.Td>{line.description || <Reference kind="products" id={line.productId} />}</Table.Td>
              <Table.Td>{line.sku}</Table.Td>
              <Table.Td ta="right">{formats.number(line.quantity)}</Table.Td>
              <Table.Td ta="right">{formats.money(line.unitPrice)}</Table.Td>
              <Table.Td ta="right">{line.discount ? formats.number(line.discount, { style: 'percent', maximumFractionDigits: 2 }) : ''}</Table.Td>
              <Table.Td ta="right">{line.tax ? formats.number(line.tax, { style: 'percent', maximumFractionDigits: 2 }) : ''}</Table.Td>
              <Table.Td ta="right">{formats.money(line.total)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          {sums.filter(([, amount]) => amount).map(([name, amount]) => (
            <Table.Tr key={name}>
              <Table.Td colSpan={6} ta="right" className="muted">
                {field(name)}
              </Table.Td>
              <Table.Td ta="right" fw={name === 'total' ? 600 : undefined}>
                {formats.money(amount)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tfoot>
      </Table>
    </div>
  );
}
