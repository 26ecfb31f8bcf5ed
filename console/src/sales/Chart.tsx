import 'uplot/dist/uPlot.min.css';
import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useMemo, useRef } from 'react';
import UPlot from 'uplot';
import type { SalesReport } from '../../generated/order';
import { useFormats } from '../i18n/format';
import { useTexts } from '../i18n/language';
import styles from './Report.module.css';

const colours = ['--kehu-accent', '--kehu-good', '--kehu-warn', '--kehu-bad'];

/** The sums of a report by period, one series for each currency. */
function seriesOf(report: SalesReport): { periods: number[]; currencies: string[]; values: number[][] } {
  const days = [...new Set(report.rows.map((row) => row.period))].sort();
  const currencies = [...new Set(report.rows.map((row) => row.revenue.currency ?? ''))].sort();
  const values = currencies.map((currency) =>
    days.map((day) =>
      report.rows.filter((row) => row.period === day && row.revenue.currency === currency).reduce((sum, row) => sum + Number(row.revenue.amount ?? 0), 0),
    ),
  );
  return { periods: days.map((day) => new Date(day).getTime() / 1000), currencies, values };
}

export function Chart({ report }: { report: SalesReport }) {
  const { t } = useTexts();
  const formats = useFormats();
  const host = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme('light');
  const series = useMemo(() => seriesOf(report), [report]);
  useEffect(() => {
    const element = host.current;
    if (!element) {
      return undefined;
    }
    const style = getComputedStyle(document.documentElement);
    const colour = (name: string) => style.getPropertyValue(name).trim();
    const line = { stroke: colour('--kehu-muted'), grid: { stroke: colour('--kehu-line-soft'), width: 1 }, ticks: { show: false }, font: '12px system-ui' };
    // Room for half a bar at both ends
    const [first = 0, second = first + 86_400] = series.periods;
    const half = (second - first) / 2;
    const bars = UPlot.paths.bars?.({ size: [0.6, 42], radius: 0.15 });
    const plot = new UPlot(
      {
        width: element.clientWidth,
        height: 260,
        tzDate: (seconds) => UPlot.tzDate(new Date(seconds * 1000), 'UTC'),
        cursor: { points: { show: false } },
        axes: [line, { ...line, size: 84, values: (_, ticks) => ticks.map((tick) => formats.number(tick, { notation: 'compact' })) }],
        scales: { x: { range: (_, first, last) => [first - half, last + half] }, y: { range: (_, __, most) => [0, most * 1.08] } },
        series: [
          { label: t('report.period'), value: (_, seconds) => (seconds === null ? '' : formats.date(new Date(seconds * 1000).toISOString())) },
          ...series.currencies.map((currency, index) => ({
            label: currency,
            fill: colour(colours[index % colours.length] ?? ''),
            stroke: colour(colours[index % colours.length] ?? ''),
            ...(bars && { paths: bars }),
            points: { show: false },
            value: (_: UPlot, value: number | null) => (value === null ? '' : formats.money({ amount: String(value), currency })),
          })),
        ],
      },
      [series.periods, ...series.values] as UPlot.AlignedData,
      element,
    );
    const observer = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height: 260 }));
    observer.observe(element);
    return () => {
      observer.disconnect();
      plot.destroy();
    };
  }, [series, scheme, formats, t]);
  return <div ref={host} role="img" aria-label={t('report.chart')} className={styles['chart']} />;
}
