import type { StagedRow } from '../../generated/migration';
import { useTexts } from '../i18n/language';
import styles from './RowTable.module.css';

interface Props {
  columns: string[];
  rows: StagedRow[];
  /** The columns whose cells are marked. */
  marked?: Set<string>;
}

/** Rows as they are, with the numbers of their lines; a missing value looks different from an empty text. */
export function RowTable({ columns, rows, marked }: Props) {
  const { t } = useTexts();
  return (
    <div className={styles['scroll']} tabIndex={0} role="region" aria-label={t('workbench.rows')}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">#</th>
            {columns.map((column) => (
              <th key={column} scope="col" data-marked={marked?.has(column)}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              <td className={styles['line']}>{row.line}</td>
              {columns.map((column, position) => {
                const value = row.values[position];
                return (
                  <td key={column} title={value ?? undefined}>
                    {value === null || value === undefined ? <span className={styles['missing']}>∅</span> : value}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
