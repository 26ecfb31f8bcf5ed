-- Files that are being brought; their bytes lie encrypted in the staging folder.
create table migration_upload (
	id uuid primary key,
	name text not null,
	length bigint not null,
	created_by text not null,
	created_at timestamptz not null
);

-- Rows that lie in staging under the same id.
create table data_set (
	id uuid primary key,
	version bigint not null,
	name text not null,
	origin text not null,
	status text not null,
	parent_id uuid,
	job_id uuid,
	columns jsonb not null,
	rows bigint not null,
	source jsonb,
	reading jsonb,
	error text,
	approved_by text,
	approved_at timestamptz,
	created_by text not null,
	created_at timestamptz not null,
	updated_at timestamptz not null,
	deleted_at timestamptz
);

create index data_set_created on data_set (created_at, id) where deleted_at is null;

-- Chains of cleaning rules; each change makes a new revision, and runs name the revision that they used.
create table cleaning_definition (
	id uuid primary key,
	version bigint not null,
	name text not null,
	revision integer not null,
	created_by text not null,
	created_at timestamptz not null,
	updated_at timestamptz not null,
	deleted_at timestamptz
);

create table cleaning_revision (
	definition_id uuid not null references cleaning_definition,
	revision integer not null,
	rules jsonb not null,
	created_by text not null,
	created_at timestamptz not null,
	primary key (definition_id, revision)
);

-- What people have decided about pairs of records; applied on every later linkage of the same sources.
create table linkage_decision (
	left_source text not null,
	left_key text not null,
	right_source text not null,
	right_key text not null,
	same boolean not null,
	decided_by text not null,
	decided_at timestamptz not null,
	primary key (left_source, left_key, right_source, right_key)
);
