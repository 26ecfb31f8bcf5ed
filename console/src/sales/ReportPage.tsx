import { Button, Select, Table, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ChartNoAxesColumnIcon, DownloadIcon } from 'lucide-react';
import { useSearchParams } from 'react-router';
import type { SalesReport } from '../../generated/order';
import { address, api } from '../api/client';
import { useFormats } from '../i18n/format';
import { useTexts } from '../i18n/language';
import { Loading } from '../ui/Loading';
import { ErrorNotice, Notice } from '../ui/Notice';
import { useTitle } from '../ui/useTitle';
import { Chart } from './Chart';
import styles from './Report.module.css';

const intervals = ['day', 'week', 'month', 'quarter', 'year'] as const;
const groups = ['none', 'product', 'customer', 'owner', 'team'] as const;

function lastYear(): { from: string; to: string } {
  const today = new Date();
  const from = new Date(Date.UTC(today.getUTCFullYear() - 1, today.getUTCMonth(), 1));
  return { from: from.toISOString().slice(0, 10), to: today.toISOString().slice(0, 10) };
}

/** Sales by period, as a chart and a table; the settings are in the address. */
export function ReportPage() {
  const { t } = useTexts();
  const formats = useFormats();
  useTitle(t('nav.report'));
  const [parameters, setParameters] = useSearchParams();
  const usual = lastYear();
  const query = {
    interval: parameters.get('interval') ?? 'month',
    by: parameters.get('by') ?? 'none',
    from: parameters.get('from') ?? usual.from,
    to: parameters.get('to') ?? usual.to,
  };
  const set = (name: string, value: string | null) =>
    setParameters(
      (current) => {
        const next = new URLSearchParams(current);
        next.set(name, value ?? '');
        return next;
      },
      { replace: true },
    );
  const path = '/api/v1/reports/sales';
  const { data, error, refetch } = useQuery({
    queryKey: ['sales', query],
    queryFn: ({ signal }) => api.get<SalesReport>(path, { query, signal }),
    placeholderData: keepPreviousData,
  });
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <h1>{t('nav.report')}</h1>
        <Select
          label={t('report.interval')}
          allowDeselect={false}
          data={intervals.map((value) => ({ value, label: t(`report.${value}`) }))}
          value={query.interval}
          onChange={(value) => set('interval', value)}
        />
        <Select label={t('report.by')} allowDeselect={false} data={groups.map((value) => ({ value, label: t(`report.${value}`) }))} value={query.by} onChange={(value) => set('by', value)} />
        <TextInput type="date" label={t('report.from')} value={query.from} onChange={(event) => set('from', event.currentTarget.value)} />
        <TextInput type="date" label={t('report.to')} value={query.to} onChange={(event) => set('to', event.currentTarget.value)} />
        <Button component="a" variant="default" leftSection={<DownloadIcon size={14} />} href={address(path, { ...query, format: 'xlsx' })} download>
          {t('report.xlsx')}
        </Button>
      </header>
      {error ? (
        <ErrorNotice error={error} retry={() => void refetch()} />
      ) : !data ? (
        <Loading />
      ) : data.rows.length === 0 ? (
        <Notice icon={ChartNoAxesColumnIcon} title={t('report.empty')} />
      ) : (
        <>
          <dl className={styles['totals']}>
            {data.totals.map((total) => (
              <div key={total.revenue.currency}>
                <dt>
                  {t('report.revenue')} {total.revenue.currency}
                </dt>
                <dd>{formats.money(total.revenue)}</dd>
                <dd className={styles['note']}>
                  {formats.number(total.orders)} {t('report.orders')} · {t('report.average')} {formats.money(total.averageOrder)}
                </dd>
              </div>
            ))}
          </dl>
          <section className={styles['card']}>
            <Chart report={data} />
          </section>
          <section className={styles['card']}>
            <Rows report={data} />
          </section>
        </>
      )}
    </div>
  );
}

function Rows({ report }: { report: SalesReport }) {
  const { t } = useTexts();
  const formats = useFormats();
  const grouped = report.by !== 'none';
  return (
    <div className={styles['scroll']} tabIndex={0} role="region" aria-label={t('nav.report')}>
      <Table className={`${styles['table']} tabular`}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('report.period')}</Table.Th>
            {grouped && <Table.Th>{t(`report.${report.by}`)}</Table.Th>}
            <Table.Th ta="right">{t('report.orders')}</Table.Th>
            <Table.Th ta="right">{t('report.quantity')}</Table.Th>
            <Table.Th ta="right">{t('report.average')}</Table.Th>
            <Table.Th ta="right">{t('report.revenue')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {report.rows.slice(0, 500).map((row) => (
            <Table.Tr key={`${row.period}${row.member}${row.revenue.currency}`}>
              <Table.Td>{formats.date(row.period)}</Table.Td>
              {grouped && <Table.Td>{row.name ?? '–'}</Table.Td>}
              <Table.Td ta="right">{formats.number(row.orders)}</Table.Td>
              <Table.Td ta="right">{formats.number(row.quantity)}</Table.Td>
              <Table.Td ta="right">{formats.money(row.averageOrder)}</Table.Td>
              <Table.Td ta="right">{formats.money(row.revenue)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
