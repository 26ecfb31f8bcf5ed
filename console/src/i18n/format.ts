import { useMemo } from 'react';
import { useTexts } from './language';

export interface Money {
  amount?: string;
  currency?: string;
}

export interface Formats {
  number(value: number, options?: Intl.NumberFormatOptions): string;
  money(value: Money | null | undefined): string;
  date(value: string | null | undefined): string;
  /** The day of a moment, in the time zone of the user. */
  day(value: string | null | undefined): string;
  moment(value: string | null | undefined): string;
  since(value: string): string;
}

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

function relative(format: Intl.RelativeTimeFormat, value: string): string {
  const seconds = (new Date(value).getTime() - Date.now()) / 1000;
  const [unit, size] = units.find(([, each]) => Math.abs(seconds) >= each) ?? ['second', 1];
  return format.format(Math.round(seconds / size), unit);
}

/** Formats values by the conventions of the chosen language; absent values become empty texts. */
export function useFormats(): Formats {
  const { language } = useTexts();
  return useMemo(() => {
    const days = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
    const localDays = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
    const moments = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
    const since = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
    const number = (value: number, options?: Intl.NumberFormatOptions) => new Intl.NumberFormat(language, options).format(value);
    const money = (value: Money | null | undefined) => {
      if (!value?.amount) {
        return '';
      }
      // The amount stays a text, since it can have more digits than a number holds
      const style = { style: 'currency', currency: value.currency ?? 'EUR', currencyDisplay: 'narrowSymbol' } as const;
      return new Intl.NumberFormat(language, style).format(value.amount as Intl.StringNumericLiteral);
    };
    return {
      number,
      money,
      date: (value) => (value ? days.format(new Date(value)) : ''),
      day: (value) => (value ? localDays.format(new Date(value)) : ''),
      moment: (value) => (value ? moments.format(new Date(value)) : ''),
      since: (value) => relative(since, value),
    };
  }, [language]);
}
