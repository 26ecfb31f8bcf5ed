/** What the API descriptions say about kinds of record; the data is in generated/kinds.ts. */
export interface FieldMeta {
  type: 'string' | 'number' | 'integer' | 'boolean' | 'date' | 'moment' | 'id' | 'enum' | 'money' | 'array' | 'object' | 'any';
  nullable?: boolean;
  values?: string[];
  max?: number;
  of?: FieldMeta;
  fields?: Record<string, FieldMeta>;
  required?: string[];
}

export interface FilterMeta {
  type: FieldMeta['type'];
  values?: string[];
  range?: boolean;
  like?: boolean;
}

export interface FormMeta {
  fields: Record<string, FieldMeta>;
  required: string[];
}

export interface IntentMeta extends FormMeta {
  name: string;
  permission: string | null;
}

export interface KindMeta {
  service: string;
  path: string;
  read: string | null;
  create: string | null;
  change: string | null;
  remove: string | null;
  search: boolean;
  exported: boolean;
  history: boolean;
  restored: boolean;
  document: boolean;
  sorts: string[];
  filters: Record<string, FilterMeta>;
  view: Record<string, FieldMeta>;
  details: FormMeta;
  intents: IntentMeta[];
}

/** A record of any kind, as lists and pages treat it. */
export type AnyRecord = { id: string; version: number; deletedAt?: string } & Record<string, unknown>;
