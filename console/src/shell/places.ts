import {
  AlarmClockIcon,
  ChartNoAxesColumnIcon,
  ChartPieIcon,
  HouseIcon,
  MailWarningIcon,
  SquareKanbanIcon,
  WandSparklesIcon,
  WebhookIcon,
  type LucideIcon,
} from 'lucide-react';
import type { KindName } from '../../generated/kinds';
import type { MessageKey } from '../i18n/messages';
import { kinds } from '../kinds/kinds';

/** A page that the navigation and the palette lead to. */
export interface Place {
  path: string;
  label: MessageKey;
  icon: LucideIcon;
  permission: string | null;
}

export interface PlaceGroup {
  label: MessageKey | null;
  places: Place[];
}

const page = (path: string, label: MessageKey, icon: LucideIcon, permission: string | null): Place => ({ path, label, icon, permission });

const list = (name: KindName): Place => ({
  path: `/${name}`,
  label: `kind.${name}`,
  icon: kinds[name].icon,
  permission: kinds[name].meta.read,
});

export const placeGroups: PlaceGroup[] = [
  { label: null, places: [page('/', 'nav.home', HouseIcon, null)] },
  { label: 'nav.customers', places: [list('customers'), list('contacts'), list('leads'), list('activities'), list('segments'), page('/insight', 'nav.insight', ChartPieIcon, 'insight:read')] },
  { label: 'nav.sales', places: [page('/pipeline', 'nav.pipeline', SquareKanbanIcon, 'opportunity:read'), list('opportunities'), list('quotes'), list('orders'), list('invoices'), list('payments'), list('products'), page('/sales-report', 'nav.report', ChartNoAxesColumnIcon, 'order:read')] },
  { label: 'nav.service', places: [page('/cases?status[in]=new,open,waiting&sort=resolutionDueAt', 'nav.queue', AlarmClockIcon, 'case:read'), list('cases')] },
  {
    label: 'nav.data',
    places: [page('/workbench', 'nav.workbench', WandSparklesIcon, 'migration:read')],
  },
  {
    label: 'nav.administration',
    places: [list('users'), list('teams'), list('roles'), list('clients'), list('custom-fields'), page('/webhooks', 'nav.webhooks', WebhookIcon, 'webhook:read'), page('/dead-letters', 'nav.deadLetters', MailWarningIcon, 'event:redrive')],
  },
];

/** Lists that are reached through the palette, as they are rarely needed. */
export const furtherPlaces: Place[] = (
  ['consents', 'pipelines', 'categories', 'tax-classes', 'price-lists', 'stock-levels', 'exchange-rates', 'agreements', 'calendars'] as const
).map(list);
