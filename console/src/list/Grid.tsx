import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDownIcon, ArrowUpIcon } from 'lucide-react';
import { memo, useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { useTexts } from '../i18n/language';
import type { Kind } from '../kinds/kinds';
import type { AnyRecord } from '../kinds/meta';
import { Value } from '../ui/Value';
import { CellEditor } from './CellEditor';
import { template, totalWidth, type Column } from './columns';
import styles from './Grid.module.css';

export interface GridProps {
  kind: Kind;
  columns: Column[];
  records: AnyRecord[];
  total: number | null | undefined;
  sort: string;
  more: boolean;
  onMore(): void;
  onSort(sort: string): void;
}

interface Place {
  row: number;
  column: number;
}

const rowHeight = 38;

function moved(place: Place, key: string, rows: number, columns: number, page: number): Place | null {
  const { row, column } = place;
  const steps: Record<string, Place> = {
    ArrowDown: { row: row + 1, column },
    ArrowUp: { row: row - 1, column },
    ArrowRight: { row, column: column + 1 },
    ArrowLeft: { row, column: column - 1 },
    PageDown: { row: row + page, column },
    PageUp: { row: row - page, column },
    Home: { row: 0, column },
    End: { row: rows - 1, column },
  };
  const next = steps[key];
  const within = (value: number, size: number) => Math.max(0, Math.min(size - 1, value));
  return next ? { row: within(next.row, rows), column: within(next.column, columns) } : null;
}

/** The records of a list as a grid, of which only the visible rows exist. */
export function Grid({ kind, columns, records, total, sort, more, onMore, onSort }: GridProps) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 });
  const [editing, setEditing] = useState<Place | null>(null);
  const rows = useVirtualizer({
    count: records.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: rowHeight,
  });
  const visible = rows.getVirtualItems();
  const last = visible.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more && last >= records.length - 30) {
      onMore();
    }
  }, [more, last, records.length, onMore]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== scroller.current) {
      return;
    }
    const page = Math.floor((scroller.current?.clientHeight ?? 400) / rowHeight) - 2;
    const next = moved(place, event.key, records.length, columns.length, page);
    const record = records[place.row];
    if (next) {
      event.preventDefault();
      setPlace(next);
      rows.scrollToIndex(next.row);
    } else if (event.key === 'Enter' && record) {
      void navigate(`/${kind.name}/${record.id}`);
    } else if (event.key === 'F2' && columns[place.column]?.editable) {
      event.preventDefault();
      setEditing(place);
    }
  };
  const closeEditor = () => {
    setEditing(null);
    scroller.current?.focus();
  };
  const tracks = template(columns);
  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={t(`kind.${kind.name}`, { count: 2 })}
      aria-rowcount={total ?? -1}
      aria-activedescendant={visible.some((row) => row.index === place.row) ? `${id}-${place.row}-${place.column}` : undefined}
      className={styles['grid']}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className={styles['head']} style={{ minWidth: totalWidth(columns) }}>
        <div role="row" className={styles['row']} style={{ gridTemplateColumns: tracks }}>
          {columns.map((column) => (
            <Heading key={column.name} column={column} sort={sort} onSort={onSort} />
          ))}
        </div>
      </div>
      <div role="rowgroup" className={styles['body']} style={{ height: rows.getTotalSize(), minWidth: totalWidth(columns) }}>
        {visible.map(({ index, start }) => {
          const record = records[index];
          return record ? (
            <Row
              key={record.id}
              kind={kind}
              record={record}
              index={index}
              start={start}
              columns={columns}
              tracks={tracks}
              id={id}
              active={place.row === index ? place.column : -1}
              editing={editing?.row === index ? editing.column : -1}
              onPlace={setPlace}
              onEdit={setEditing}
              onClose={closeEditor}
            />
          ) : null;
        })}
      </div>
    </div>
  );
}

function Heading({ column, sort, onSort }: { column: Column; sort: string; onSort(sort: string): void }) {
  const { field } = useTexts();
  const first = sort.split(',')[0] ?? '';
  const descending = first === `-${column.name}`;
  const sorted = descending || first === column.name;
  const Arrow = descending ? ArrowDownIcon : ArrowUpIcon;
  return (
    <div role="columnheader" aria-sort={sorted ? (descending ? 'descending' : 'ascending') : undefined} className={styles['heading']} data-numeric={column.numeric}>
      {column.sortable ? (
        <button type="button" onClick={() => onSort(sorted && !descending ? `-${column.name}` : column.name)}>
          <span className="truncate">{field(column.name)}</span>
          {sorted && <Arrow size={13} aria-hidden />}
        </button>
      ) : (
        <span className="truncate">{field(column.name)}</span>
      )}
    </div>
  );
}

interface RowProps {
  kind: Kind;
  record: AnyRecord;
  index: number;
  start: number;
  columns: Column[];
  tracks: string;
  id: string;
  active: number;
  editing: number;
  onPlace(place: Place): void;
  onEdit(place: Place): void;
  onClose(): void;
}

const Row = memo(function Row(props: RowProps) {
  const { kind, record, index, start, columns, tracks, id, active, editing, onPlace, onEdit, onClose } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={styles['row']}
      data-active={active >= 0}
      style={{ gridTemplateColumns: tracks, transform: `translateY(${start}px)` }}
    >
      {columns.map((column, position) => (
        <div
          key={column.name}
          id={`${id}-${index}-${position}`}
          role="gridcell"
          className={styles['cell']}
          data-numeric={column.numeric}
          data-active={active === position}
          onClick={() => onPlace({ row: index, column: position })}
          onDoubleClick={() => column.editable && onEdit({ row: index, column: position })}
        >
          {editing === position ? (
            <CellEditor kind={kind} record={record} column={column} onClose={onClose} />
          ) : (
            <Cell kind={kind} record={record} column={column} first={position === 0} />
          )}
        </div>
      ))}
    </div>
  );
});

function Cell({ kind, record, column, first }: { kind: Kind; record: AnyRecord; column: Column; first: boolean }) {
  const value = record[column.name];
  const shown = <Value compact kind={kind.name} field={column.name} meta={column.meta} value={value} record={record} />;
  return first ? (
    <Link tabIndex={-1} to={`/${kind.name}/${record.id}`} className={styles['title']}>
      {value === null || value === undefined || value === '' ? kind.title(record) || '–' : shown}
    </Link>
  ) : (
    <span className="truncate">{shown}</span>
  );
}
