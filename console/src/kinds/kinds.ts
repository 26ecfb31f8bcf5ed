import {
  BanknoteIcon,
  ChartPieIcon,
  FileSignatureIcon,
  BookUserIcon,
  AwardIcon,
  BotIcon,
  BoxIcon,
  Building2Icon,
  CalendarClockIcon,
  ListChecksIcon,
  CoinsIcon,
  ShapesIcon,
  TextCursorInputIcon,
  KeyRoundIcon,
  LifeBuoyIcon,
  PackageIcon,
  ReceiptIcon,
  PercentIcon,
  RouteIcon,
  ShieldCheckIcon,
  TagIcon,
  TargetIcon,
  UserIcon,
  UsersIcon,
  FileTextIcon,
  type LucideIcon,
} from 'lucide-react';
import { metas, type KindName } from '../../generated/kinds';
import type { AnyRecord, KindMeta } from './meta';

/** A list of other records that belong to one, as a tab of its page. */
export interface Relation {
  kind: KindName;
  /** The filter of the related kind that selects the records. */
  by: string;
}

/** How a kind of record is shown: what its API description cannot say. */
export interface Kind {
  name: KindName;
  meta: KindMeta;
  icon: LucideIcon;
  title(record: AnyRecord): string;
  columns: string[];
  facts: string[];
  sort: string;
  relations: Relation[];
  /** The intents that are possible in the state of a record; all of them unless stated. */
  allowed?(record: AnyRecord): string[];
}

type Declaration = Omit<Kind, 'name' | 'meta' | 'relations' | 'sort' | 'title'> & Partial<Pick<Kind, 'relations' | 'sort' | 'title'>>;

const text = (record: AnyRecord, ...names: string[]) =>
  names
    .map((name) => record[name])
    .filter((value): value is string => typeof value === 'string' && value !== '')
    .join(' ');

const byStatus = (table: Record<string, string[]>) => (record: AnyRecord) => table[String(record['status'])] ?? [];

const declarations: Record<KindName, Declaration> = {
  customers: {
    icon: Building2Icon,
    columns: ['name', 'kind', 'status', 'emails', 'phones', 'addresses', 'ownerId', 'updatedAt'],
    facts: ['kind', 'status', 'ownerId', 'teamId'],
    relations: [
      { kind: 'contacts', by: 'customerId' },
      { kind: 'opportunities', by: 'customerId' },
      { kind: 'quotes', by: 'customerId' },
      { kind: 'orders', by: 'customerId' },
      { kind: 'invoices', by: 'customerId' },
      { kind: 'cases', by: 'customerId' },
      { kind: 'activities', by: 'customerId' },
      { kind: 'consents', by: 'customerId' },
    ],
  },
  contacts: {
    icon: BookUserIcon,
    columns: ['name', 'customerId', 'jobTitle', 'role', 'emails', 'phones', 'updatedAt'],
    facts: ['customerId', 'role', 'jobTitle'],
    relations: [
      { kind: 'activities', by: 'contactId' },
      { kind: 'cases', by: 'contactId' },
    ],
  },
  leads: {
    icon: TargetIcon,
    title: (record) => text(record, 'company') || text(record, 'givenName', 'familyName'),
    columns: ['company', 'givenName', 'familyName', 'status', 'score', 'source', 'estimatedValue', 'city', 'ownerId', 'createdAt'],
    facts: ['status', 'score', 'source', 'ownerId'],
    allowed: byStatus({
      new: ['contact', 'qualify', 'convert', 'lose'],
      contacted: ['qualify', 'convert', 'lose'],
      qualified: ['convert', 'lose'],
      converted: ['undo-conversion'],
      lost: ['reopen'],
    }),
  },
  cases: {
    icon: LifeBuoyIcon,
    title: (record) => text(record, 'subject'),
    columns: ['subject', 'number', 'status', 'priority', 'customerId', 'assigneeId', 'resolution', 'createdAt'],
    facts: ['number', 'status', 'priority', 'customerId', 'assigneeId'],
    allowed: byStatus({
      new: ['respond', 'wait', 'resolve', 'assign', 'assign-to-team'],
      open: ['resolve', 'wait', 'respond', 'assign', 'assign-to-team'],
      waiting: ['resume', 'resolve', 'assign', 'assign-to-team'],
      resolved: ['close', 'reopen', 'assign', 'assign-to-team'],
      closed: ['reopen'],
    }),
  },
  activities: {
    icon: ListChecksIcon,
    title: (record) => text(record, 'subject'),
    columns: ['subject', 'kind', 'customerId', 'contactId', 'assigneeId', 'dueAt', 'occursAt', 'completedAt'],
    facts: ['kind', 'customerId', 'assigneeId', 'dueAt'],
    allowed: (record) => {
      const done = record['completedAt'] ? ['reopen'] : ['complete'];
      const unsent = record['kind'] === 'email' && record['direction'] === 'outbound' && record['delivery'] === null;
      return record['kind'] === 'task' ? done : unsent ? ['send'] : [];
    },
  },
  consents: {
    icon: ShieldCheckIcon,
    title: (record) => text(record, 'purpose'),
    columns: ['purpose', 'channel', 'decision', 'customerId', 'contactId', 'decidedAt', 'proof'],
    facts: ['decision', 'channel', 'customerId'],
  },
  agreements: { icon: AwardIcon, columns: ['name', 'calendarId', 'riskPercent', 'updatedAt'], facts: ['calendarId', 'riskPercent'] },
  calendars: { icon: CalendarClockIcon, columns: ['name', 'timeZone', 'updatedAt'], facts: ['timeZone'] },
  'custom-fields': {
    icon: TextCursorInputIcon,
    title: (record) => text(record, 'label'),
    columns: ['label', 'key', 'type', 'required', 'unique', 'position'],
    facts: ['key', 'type'],
    sort: 'position',
  },
  orders: {
    icon: ReceiptIcon,
    title: (record) => text(record, 'number'),
    columns: ['number', 'customerId', 'orderDate', 'status', 'paymentStatus', 'fulfilmentStatus', 'total', 'ownerId'],
    facts: ['status', 'paymentStatus', 'fulfilmentStatus', 'customerId', 'total'],
    sort: '-orderDate',
    allowed: (record) =>
      record['holdReason']
        ? ['release', 'cancel']
        : ({
            draft: ['place', 'reserve', 'hold', 'cancel'],
            placed: ['confirm', 'hold', 'cancel'],
            confirmed: ['ship', 'complete', 'return', 'hold', 'cancel'],
            completed: ['return'],
          }[String(record['status'])] ?? []),
  },
  quotes: {
    icon: FileSignatureIcon,
    title: (record) => text(record, 'number'),
    columns: ['number', 'customerId', 'status', 'total', 'validUntil', 'ownerId', 'updatedAt'],
    facts: ['status', 'customerId', 'total', 'validUntil', 'opportunityId'],
    allowed: byStatus({
      draft: ['send', 'submit'],
      pending: ['approve', 'reject', 'revise'],
      approved: ['send', 'revise'],
      sent: ['accept', 'decline', 'revise'],
      declined: ['revise'],
    }),
  },
  invoices: {
    icon: FileTextIcon,
    title: (record) => text(record, 'number') || text(record, 'orderNumber'),
    columns: ['number', 'kind', 'customerId', 'orderId', 'issuedOn', 'dueOn', 'dunningLevel', 'total'],
    facts: ['kind', 'customerId', 'issuedOn', 'dueOn', 'total'],
    allowed: (record) => (record['kind'] === 'invoice' && record['issuedOn'] ? ['remind', 'credit'] : []),
  },
  payments: {
    icon: BanknoteIcon,
    title: (record) => text(record, 'reference'),
    columns: ['reference', 'receivedOn', 'method', 'amount', 'unallocated', 'refunded', 'ownerId'],
    facts: ['receivedOn', 'method', 'amount', 'unallocated'],
    sort: '-receivedOn',
    allowed: () => ['allocate', 'refund'],
  },
  segments: { icon: ChartPieIcon, columns: ['name', 'kind', 'description', 'updatedAt'], facts: ['kind'], sort: 'name' },
  products: { icon: BoxIcon, columns: ['name', 'sku', 'price', 'active', 'categoryId', 'updatedAt'], facts: ['sku', 'price', 'active', 'categoryId'], sort: 'name' },
  opportunities: {
    icon: CoinsIcon,
    columns: ['name', 'customerId', 'status', 'stage', 'amount', 'expectedCloseOn', 'probability', 'ownerId'],
    facts: ['status', 'stage', 'amount', 'customerId', 'expectedCloseOn'],
    allowed: byStatus({ open: ['win', 'lose'], won: ['reopen'], lost: ['reopen'] }),
  },
  pipelines: { icon: RouteIcon, columns: ['name', 'updatedAt'], facts: [], sort: 'name' },
  categories: { icon: ShapesIcon, columns: ['name', 'code', 'parentId'], facts: ['code', 'parentId'], sort: 'name' },
  'tax-classes': { icon: PercentIcon, columns: ['name', 'code', 'rate'], facts: ['code', 'rate'], sort: 'name' },
  'price-lists': { icon: TagIcon, columns: ['name', 'code', 'currency', 'active', 'validFrom', 'validTo'], facts: ['code', 'currency', 'active'], sort: 'name' },
  'stock-levels': { icon: PackageIcon, title: (record) => text(record, 'id'), columns: ['productId', 'onHand', 'reserved', 'available'], facts: ['productId', 'available'] },
  'exchange-rates': { icon: FileTextIcon, title: (record) => text(record, 'day'), columns: ['day', 'base', 'source'], facts: ['base', 'source'], sort: '-day' },
  users: {
    icon: UserIcon,
    title: (record) => text(record, 'displayName') || text(record, 'username'),
    columns: ['displayName', 'username', 'email', 'roles', 'teamIds', 'enabled', 'updatedAt'],
    facts: ['username', 'email', 'enabled'],
    sort: 'displayName',
    allowed: (record) => [record['enabled'] ? 'lock' : 'unlock'],
  },
  teams: { icon: UsersIcon, columns: ['name', 'parentId', 'updatedAt'], facts: ['parentId'], sort: 'name' },
  roles: { icon: KeyRoundIcon, columns: ['name', 'description', 'builtIn', 'secondFactorRequired', 'updatedAt'], facts: ['builtIn', 'secondFactorRequired'], sort: 'name' },
  clients: {
    icon: BotIcon,
    columns: ['name', 'clientId', 'roles', 'enabled', 'expiresAt', 'updatedAt'],
    facts: ['clientId', 'enabled', 'expiresAt'],
    sort: 'name',
    allowed: (record) => [record['enabled'] ? 'lock' : 'unlock'],
  },
};

function complete(name: KindName, declaration: Declaration): Kind {
  return { name, meta: metas[name], relations: [], sort: '-updatedAt', title: (record) => text(record, 'name'), ...declaration };
}

export const kinds = Object.fromEntries(
  Object.entries(declarations).map(([name, declaration]) => [name, complete(name as KindName, declaration)]),
) as Record<KindName, Kind>;

export function isKind(name: string | undefined): name is KindName {
  return name !== undefined && Object.hasOwn(kinds, name);
}

/** The kinds of record that members refer to. A parent is of the kind of its child. */
const references: Record<string, KindName> = {
  customerId: 'customers',
  mergedInto: 'customers',
  contactId: 'contacts',
  leadId: 'leads',
  opportunityId: 'opportunities',
  orderId: 'orders',
  ownerId: 'users',
  assigneeId: 'users',
  teamId: 'teams',
  assignedTeamId: 'teams',
  teamIds: 'teams',
  pipelineId: 'pipelines',
  productId: 'products',
  categoryId: 'categories',
  taxClassId: 'tax-classes',
  agreementId: 'agreements',
  calendarId: 'calendars',
  priceListId: 'price-lists',
};

export function referenced(kind: KindName, field: string): KindName | undefined {
  return field === 'parentId' ? kind : references[field];
}
