// Writes the folder generated from the API descriptions of the services: their schemas as types, and what lists, forms and intents of
// each kind of record consist of as data.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const target = join(here, '../generated');

const services = {
  customer: 'customer-service',
  order: 'order-service',
  auth: 'auth-service',
  migration: 'migration-service/service',
};

const kinds = {
  customer: ['customers', 'contacts', 'leads', 'cases', 'activities', 'consents', 'agreements', 'calendars', 'custom-fields', 'segments'],
  order: ['orders', 'quotes', 'invoices', 'payments', 'products', 'opportunities', 'pipelines', 'categories', 'tax-classes', 'price-lists', 'stock-levels', 'exchange-rates'],
  auth: ['users', 'teams', 'roles', 'clients'],
};

const subresources = new Set(['restore', 'merges', 'comments', 'shares', 'secrets', 'password-email', 'require-password-reset', 'preview-conversion', 'members', 'refresh']);

const name = (ref) => ref.split('/').at(-1);

function typeOf(schema) {
  if (schema === true || Object.keys(schema).length === 0) {
    return 'unknown';
  }
  if (schema.$ref) {
    return name(schema.$ref);
  }
  if (schema.enum) {
    return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  }
  if (schema.const !== undefined) {
    return JSON.stringify(schema.const);
  }
  const parts = schema.anyOf ?? schema.oneOf;
  if (parts) {
    return parts.map(typeOf).join(' | ');
  }
  const types = [schema.type ?? 'object'].flat();
  return types.map((type) => simple(type, schema)).join(' | ');
}

function simple(type, schema) {
  switch (type) {
    case 'integer':
    case 'number':
      return 'number';
    case 'string':
    case 'boolean':
    case 'null':
      return type;
    case 'array':
      return `(${typeOf(schema.items ?? {})})[]`;
    default:
      return schema.properties ? members(schema) : `Record<string, ${typeOf(extra(schema))}>`;
  }
}

function extra(schema) {
  return typeof schema.additionalProperties === 'object' ? schema.additionalProperties : {};
}

function members(schema) {
  const required = new Set(schema.required ?? []);
  const lines = Object.entries(schema.properties ?? {}).map(
    ([key, value]) => `  ${JSON.stringify(key)}${required.has(key) ? '' : '?'}: ${typeOf(value)};`,
  );
  return `{\n${lines.join('\n')}\n}`;
}

function declarations(api) {
  return Object.entries(api.components.schemas)
    .map(([key, schema]) => `export type ${key} = ${typeOf(schema)};\n`)
    .join('\n');
}

function resolved(api, node, area) {
  return node.$ref ? api.components[area][name(node.$ref)] : node;
}

/** What a form or a cell needs to know about a member of a record. */
function field(api, schema, depth = 0) {
  const own = resolved(api, schema, 'schemas');
  const parts = own.anyOf ?? own.oneOf;
  if (parts) {
    const given = parts.filter((part) => part.type !== 'null');
    return { ...field(api, given[0] ?? {}, depth), ...(given.length < parts.length && { nullable: true }) };
  }
  if (schema.$ref && /^Money(Patch)?$/.test(name(schema.$ref))) {
    return { type: 'money' };
  }
  const types = [own.type ?? 'any'].flat();
  const nullable = types.includes('null') ? { nullable: true } : {};
  const type = types.find((each) => each !== 'null');
  if (own.enum) {
    return { type: 'enum', values: own.enum, ...nullable };
  }
  if (type === 'array') {
    return { type: 'array', ...nullable, of: depth < 2 ? field(api, own.items ?? {}, depth + 1) : { type: 'any' } };
  }
  if (type === 'object' && own.properties) {
    return depth < 2 ? { type: 'object', ...nullable, ...fields(api, own, depth + 1) } : { type: 'any' };
  }
  const format = { date: 'date', 'date-time': 'moment', uuid: 'id' }[own.format];
  const limit = own.maxLength ? { max: own.maxLength } : {};
  return { type: format ?? type ?? 'any', ...nullable, ...limit };
}

function fields(api, schema, depth) {
  const entries = Object.entries(schema.properties ?? {}).map(([key, value]) => [key, field(api, value, depth)]);
  return { fields: Object.fromEntries(entries), required: schema.required ?? [] };
}

function filters(api, operation) {
  const found = {};
  for (const reference of operation.parameters ?? []) {
    const parameter = resolved(api, reference, 'parameters');
    const schema = parameter.schema ?? {};
    if (parameter.style !== 'deepObject' || !schema.properties || parameter.name === 'customFields') {
      continue;
    }
    const { eq, gte } = schema.properties;
    const value = field(api, eq ?? {});
    found[parameter.name] = {
      type: value.type,
      ...(value.values && { values: value.values }),
      ...(gte && { range: true }),
      ...(schema.properties.like && { like: true }),
    };
  }
  return found;
}

function sorts(api, operation) {
  const parameter = (operation.parameters ?? []).map((each) => resolved(api, each, 'parameters')).find((each) => each.name === 'sort');
  const pattern = parameter?.schema?.pattern ?? '';
  const names = /\(([^()]*?)\)/.exec(pattern)?.[1] ?? '';
  return names.split('|').filter((each) => /^[a-zA-Z]+$/.test(each));
}

function permission(operation) {
  return /Requires the permission `([^`]+)`/.exec(operation?.description ?? '')?.[1] ?? null;
}

function body(api, operation) {
  const content = operation?.requestBody?.content ?? {};
  const schema = (content['application/json'] ?? content['application/merge-patch+json'])?.schema;
  return schema ? fields(api, resolved(api, schema, 'schemas'), 0) : null;
}

function kind(api, key, service) {
  const path = `/api/v1/${key}`;
  const list = api.paths[path].get;
  const one = api.paths[`${path}/{id}`];
  const page = resolved(api, list.responses['200'].content['application/json'].schema, 'schemas');
  const view = resolved(api, page.properties.items.items, 'schemas');
  const intents = Object.keys(api.paths)
    .map((each) => new RegExp(`^${path}/\\{id\\}/([a-z-]+)$`).exec(each)?.[1])
    .filter((each) => each && api.paths[`${path}/{id}/${each}`].post && !subresources.has(each))
    .map((each) => {
      const operation = api.paths[`${path}/{id}/${each}`].post;
      return { name: each, permission: permission(operation), ...(body(api, operation) ?? { fields: {}, required: [] }) };
    });
  const names = (list.parameters ?? []).map((each) => resolved(api, each, 'parameters').name);
  return {
    service,
    path,
    read: permission(list),
    create: permission(api.paths[path].post),
    change: one.patch ? permission(one.patch) : null,
    remove: one.delete ? permission(one.delete) : null,
    search: names.includes('q'),
    exported: Boolean(api.paths[`${path}/export`]),
    history: Boolean(api.paths[`${path}/{id}/history`]),
    restored: Boolean(api.paths[`${path}/{id}/restore`]),
    document: Boolean(api.paths[`${path}/{id}/pdf`]),
    sorts: sorts(api, list),
    filters: filters(api, list),
    view: fields(api, view, 0).fields,
    details: body(api, api.paths[path].post) ?? { fields: {}, required: [] },
    intents,
  };
}

const banner = '// Written by build/describe.mjs from the API descriptions of the services. Not edited by hand.\n';
mkdirSync(target, { recursive: true });
const described = {};
for (const [key, folder] of Object.entries(services)) {
  const api = JSON.parse(readFileSync(join(root, folder, 'src/main/resources/openapi/openapi.json'), 'utf8'));
  writeFileSync(join(target, `${key}.ts`), `${banner}\n${declarations(api)}`);
  for (const each of kinds[key] ?? []) {
    described[each] = kind(api, each, key);
  }
}
writeFileSync(
  join(target, 'kinds.ts'),
  `${banner}import type { KindMeta } from '../src/kinds/meta';\n\nexport type KindName = ${Object.keys(described).map((each) => `'${each}'`).join(' | ')};\n\n` +
    `export const metas: Record<KindName, KindMeta> = ${JSON.stringify(described)};\n`,
);
