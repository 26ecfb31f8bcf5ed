import type { Kind } from '../kinds/kinds';
import type { FieldMeta } from '../kinds/meta';
import { isNumeric } from '../ui/Value';

export interface Column {
  name: string;
  meta: FieldMeta | undefined;
  numeric: boolean;
  width: number;
  grow: number;
  sortable: boolean;
  editable: boolean;
}

const narrow: Record<string, number> = { kind: 92, status: 108, score: 80, number: 84, priority: 100, primary: 90, active: 80, probability: 100, stage: 130 };

function widthOf(name: string, meta: FieldMeta | undefined, first: boolean): number {
  if (first) {
    return 210;
  }
  const types: Partial<Record<string, number>> = { date: 112, moment: 112, boolean: 96, money: 124, number: 100, integer: 96, enum: 124 };
  return narrow[name] ?? types[meta?.type ?? ''] ?? 140;
}

const scalars = new Set(['string', 'number', 'integer', 'boolean', 'date', 'moment', 'enum', 'money', 'id']);

export function columnsOf(kind: Kind, names: string[], changeable: boolean): Column[] {
  return names.map((name, index) => {
    const meta = kind.meta.view[name];
    const form = kind.meta.details.fields[name];
    const width = kind.name === 'orders' && name === 'number' ? 140 : widthOf(name, meta, index === 0);
    return {
      name,
      meta,
      numeric: isNumeric(meta) && !(kind.name === 'cases' && name === 'number'),
      width,
      grow: index === 0 ? 2 : width >= 130 ? 1 : 0,
      sortable: kind.meta.sorts.includes(name),
      editable: changeable && form !== undefined && scalars.has(form.type),
    };
  });
}

/** The tracks of the grid: columns share what is left, and never get narrower than they are readable. */
export function template(columns: Column[]): string {
  return columns.map(({ width, grow }) => (grow > 0 ? `minmax(${width}px, ${grow}fr)` : `${width}px`)).join(' ');
}

export function totalWidth(columns: Column[]): number {
  return columns.reduce((sum, column) => sum + column.width, 0);
}
