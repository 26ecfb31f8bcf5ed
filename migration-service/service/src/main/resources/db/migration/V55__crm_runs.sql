-- Runs of mappings, which have the ids of their jobs: the mapping as it was, and the signed report.
create table crm_run (
	id uuid primary key references migration_job on delete cascade,
	mapping_id uuid not null references crm_mapping,
	connection_id uuid not null references database_connection,
	mapping jsonb not null,
	key_pair_id uuid not null references move_key_pair,
	report text,
	undo_job_id uuid
);

create index crm_run_by_mapping on crm_run (mapping_id);
create index crm_run_by_connection on crm_run (connection_id);

-- The partitions of entities and their checkpoints.
create table crm_part (
	run_id uuid not null references crm_run on delete cascade,
	entity text not null,
	part integer not null,
	condition text,
	last_key text[],
	rows_read bigint not null default 0,
	lines_read bigint not null default 0,
	lines_loaded bigint not null default 0,
	primary key (run_id, entity, part)
);

-- What became of each row. Without an outcome, its record is about to be loaded.
create table crm_record (
	run_id uuid not null references crm_run on delete cascade,
	entity text not null,
	shown_key text not null,
	source_key text[] not null,
	outcome text check (outcome in ('CREATED', 'MERGED', 'REJECTED')),
	record_id uuid,
	version bigint,
	before jsonb, -- the record as it was before, null if there was none
	order_number text,
	undone boolean not null default false,
	primary key (run_id, entity, shown_key)
);

-- Values and rows that were rejected or omitted.
create table crm_rejection (
	run_id uuid not null references crm_run on delete cascade,
	entity text not null,
	shown_key text not null,
	number integer not null,
	omitted boolean not null,
	field text not null,
	value text,
	code text not null,
	reason text not null,
	primary key (run_id, entity, shown_key, number)
);
