create extension if not exists pg_trgm;

create table customer (
	id uuid primary key,
	version bigint not null,
	kind text not null,
	name text not null,
	given_name text,
	family_name text,
	status text not null,
	emails jsonb not null,
	phones jsonb not null,
	addresses jsonb not null,
	birth_date date,
	tax_number text,
	tags jsonb not null,
	custom_fields jsonb not null,
	parent_id uuid references customer,
	owner_id uuid,
	team_id uuid,
	created_at timestamptz not null,
	updated_at timestamptz not null,
	deleted_at timestamptz,
	search_text text not null generated always as
		(lower(name || ' ' || jsonb_path_query_array(emails, '$[*].address')::text)) stored,
	-- Exactly the values that filters on multi-valued fields compare with, since each value slows down loading.
	contact_values jsonb not null generated always as
		(jsonb_path_query_array(emails, '$[*].address') || jsonb_path_query_array(phones, '$[*].number')
			|| jsonb_path_query_array(addresses, '$[*].city') || jsonb_path_query_array(addresses, '$[*].postalCode')
			|| jsonb_path_query_array(addresses, '$[*].country') || tags) stored
);

-- Lists are sorted by id by default; these indexes serve the other sort keys.
create index customer_by_name on customer (name, id);
create index customer_by_creation on customer (created_at, id);
create index customer_by_update on customer (updated_at, id);
create index customer_by_owner on customer (owner_id, id) where owner_id is not null;
create index customer_by_team on customer (team_id, id) where team_id is not null;
create index customer_by_parent on customer (parent_id) where parent_id is not null;

-- These serve the search and the filters on multi-valued fields.
create index customer_search on customer using gin (search_text gin_trgm_ops) with (gin_pending_list_limit = 16384);
create index customer_by_values on customer using gin (contact_values jsonb_path_ops) with (gin_pending_list_limit = 16384);

create table customer_external_id (
	system text not null,
	external_id text not null,
	customer_id uuid not null references customer,
	primary key (system, external_id)
);

create index customer_external_id_by_customer on customer_external_id (customer_id);
