-- People and companies that may become customers.
create table lead (
	id uuid primary key,
	version bigint not null,
	status text not null,
	source text not null,
	company text,
	given_name text,
	family_name text,
	job_title text,
	emails jsonb not null,
	phones jsonb not null,
	city text,
	country text,
	industry text,
	employees integer,
	interest text,
	estimated_value jsonb,
	note text,
	lost_reason text,
	conversion jsonb,
	status_before text,
	customer_id uuid generated always as (cast(conversion ->> 'customerId' as uuid)) stored,
	features jsonb not null,
	score integer,
	scored_by uuid,
	owner_id uuid,
	team_id uuid,
	created_at timestamptz not null,
	updated_at timestamptz not null,
	deleted_at timestamptz,
	search_text text not null generated always as (search_text_of(coalesce(company, '') || ' ' || coalesce(given_name, '')
		|| ' ' || coalesce(family_name, '') || ' ' || coalesce(interest, '') || ' '
		|| jsonb_path_query_array(emails, '$[*].address')::text)) stored,
	contact_values jsonb not null generated always as
		(lower((jsonb_path_query_array(emails, '$[*].address') || jsonb_path_query_array(phones, '$[*].number'))::text)::jsonb)
		stored
);

create index lead_by_company on lead (company collate "und-x-icu", id);
create index lead_by_family_name on lead (family_name collate "und-x-icu", id);
create index lead_by_source on lead (source, id);
create index lead_by_score on lead (score, id);
create index lead_by_creation on lead (created_at, id);
create index lead_by_update on lead (updated_at, id);
create index lead_by_owner on lead (owner_id, id) where owner_id is not null;
create index lead_by_team on lead (team_id, id) where team_id is not null;
create index lead_by_customer on lead (customer_id) where customer_id is not null;
create index lead_deleted on lead (deleted_at, id) where deleted_at is not null;
create index lead_deleted_by_id on lead (id) where deleted_at is not null;
create index lead_search on lead using gin (search_text gin_trgm_ops);
create index lead_by_values on lead using gin (contact_values jsonb_path_ops);

-- Open leads are scored again after each fit; the others are what models learn from.
create index lead_open on lead (scored_by) where status in ('NEW', 'CONTACTED', 'QUALIFIED');
create index lead_closed on lead (status) where status in ('CONVERTED', 'LOST');

create table lead_external_id (
	system text not null,
	external_id text not null,
	lead_id uuid not null references lead,
	primary key (system, external_id)
);

create index lead_external_id_by_lead on lead_external_id (lead_id);

create table lead_model (
	id uuid primary key,
	night date unique,
	fitted_at timestamptz not null,
	won bigint not null,
	lost bigint not null,
	counts jsonb not null
);

create index lead_model_by_fit on lead_model (fitted_at, id);

-- The leads whose customers were merged, and that return when this is undone.
create table lead_move (
	lead_id uuid not null references lead,
	from_customer uuid not null,
	to_customer uuid not null,
	primary key (lead_id, from_customer)
);

create index lead_move_by_customer on lead_move (from_customer);
