import type { Kind } from '../kinds/kinds';
import type { FieldMeta } from '../kinds/meta';

/** The order of inputs where the order of columns would not do. */
const first: Partial<Record<string, string[]>> = {
  customers: ['kind', 'name', 'givenName', 'familyName', 'status', 'emails', 'phones', 'addresses', 'ownerId', 'teamId', 'parentId', 'birthDate', 'taxNumber', 'tags'],
  contacts: ['customerId', 'givenName', 'familyName', 'jobTitle', 'role', 'primary', 'emails', 'phones'],
  leads: ['company', 'givenName', 'familyName', 'jobTitle', 'emails', 'phones', 'source', 'interest', 'estimatedValue', 'industry', 'employees', 'city', 'country', 'ownerId', 'teamId', 'note'],
  cases: ['customerId', 'contactId', 'subject', 'description', 'priority', 'origin', 'agreementId'],
  activities: ['kind', 'subject', 'customerId', 'contactId', 'assigneeId', 'dueAt', 'occursAt', 'endsAt', 'location', 'text', 'visibility'],
  opportunities: ['name', 'customerId', 'contactId', 'pipelineId', 'stage', 'amount', 'expectedCloseOn', 'probability', 'ownerId', 'teamId'],
  orders: ['customerId', 'orderDate', 'clientOrderNumber', 'currency', 'lines', 'ownerId', 'teamId'],
  quotes: ['customerId', 'opportunityId', 'validUntil', 'currency', 'lines', 'recipient', 'note', 'ownerId', 'teamId'],
  products: ['name', 'sku', 'price', 'active', 'categoryId', 'taxClassId'],
  users: ['username', 'displayName', 'email', 'roles', 'teamIds', 'locale'],
};

const never = new Set(['customerExternalId', 'rank', 'campaignId']);

/** The members of a kind that forms show, the most important ones first. */
export function inputsOf(kind: Kind): [string, FieldMeta][] {
  const { fields, required } = kind.meta.details;
  const order = [...(first[kind.name] ?? []), ...required, ...kind.columns, ...Object.keys(fields)];
  return [...new Set(order)].flatMap((name) => {
    const meta = fields[name];
    return meta && !never.has(name) ? [[name, meta] as [string, FieldMeta]] : [];
  });
}

const wide = new Set(['array', 'object', 'any']);

export function isWide(meta: FieldMeta): boolean {
  return wide.has(meta.type) || (meta.max ?? 0) > 180;
}
