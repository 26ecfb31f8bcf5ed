-- The people at customers. Access to a contact is access to its customer.
create table contact (
	id uuid primary key,
	version bigint not null,
	customer_id uuid not null references customer,
	given_name text,
	family_name text not null,
	role text,
	job_title text,
	valid_from date,
	valid_to date,
	is_primary boolean not null,
	emails jsonb not null,
	phones jsonb not null,
	created_at timestamptz not null,
	updated_at timestamptz not null,
	deleted_at timestamptz,
	search_text text not null generated always as
		(search_text_of(coalesce(given_name || ' ', '') || family_name || coalesce(' ' || job_title, '') || ' '
			|| jsonb_path_query_array(emails, '$[*].address')::text)) stored,
	contact_values jsonb not null generated always as
		(lower((jsonb_path_query_array(emails, '$[*].address')
			|| jsonb_path_query_array(phones, '$[*].number'))::text)::jsonb) stored
);

-- Finds the contacts of a customer, also for access that is derived from it.
create index contact_by_customer on contact (customer_id, id);

-- Lists are sorted by id by default; these indexes serve the other sort keys, the search and the filters.
create index contact_by_name on contact (family_name collate "und-x-icu", id);
create index contact_by_creation on contact (created_at, id);
create index contact_by_update on contact (updated_at, id);
create index contact_search on contact using gin (search_text gin_trgm_ops);
create index contact_by_value on contact using gin (contact_values jsonb_path_ops);

create table contact_external_id (
	system text not null,
	external_id text not null,
	contact_id uuid not null references contact,
	primary key (system, external_id)
);

create index contact_external_id_by_contact on contact_external_id (contact_id);
