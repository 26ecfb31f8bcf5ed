-- Instances of the service. Each updates its row at every beat; one that has been silent for the lease counts as dead.
create table migration_instance (
	id uuid primary key,
	started_at timestamptz not null default now(),
	seen_at timestamptz not null default now()
);

-- Jobs that stewards asked for. The leader is the instance that takes a job through its stages; another takes over when it is dead.
create table migration_job (
	id uuid primary key,
	version bigint not null,
	kind text not null,
	status text not null check (status in ('QUEUED', 'RUNNING', 'STOPPING', 'STOPPED', 'FAILED', 'COMPLETED')),
	data_set_id uuid,
	task jsonb not null,
	result jsonb,
	error text,
	total bigint not null,
	done_before bigint not null default 0,
	leader uuid not null,
	created_by text not null,
	created_at timestamptz not null,
	updated_at timestamptz not null,
	started_at timestamptz,
	finished_at timestamptz
);

create index migration_job_unfinished on migration_job (leader) where status in ('QUEUED', 'RUNNING', 'STOPPING');
create index migration_job_data_set on migration_job (data_set_id);
create index migration_job_created on migration_job (created_at, id);

-- Numbers the attempts at parts, so that a late attempt is told from a newer one by the same instance.
create sequence migration_attempt;

-- The parts of a job's stages, each processed by one instance at a time. A stage is complete when all of its parts are DONE.
create table migration_part (
	job_id uuid not null references migration_job on delete cascade,
	stage text not null,
	number integer not null,
	state text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'STOPPED')),
	one_per_instance boolean not null,
	instance uuid,
	attempt bigint,
	lost_attempts integer not null default 0,
	done bigint not null default 0,
	result jsonb,
	error text,
	updated_at timestamptz not null default now(),
	primary key (job_id, stage, number),
	check (state <> 'RUNNING' or (instance is not null and attempt is not null))
) with (fillfactor = 70);

create index migration_part_waiting on migration_part (updated_at) where state = 'WAITING';
