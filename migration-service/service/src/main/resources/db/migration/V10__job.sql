-- Instances that are alive say so here, every second or so; who has not for a while is taken for dead.
create table migration_instance (
	id uuid primary key,
	started_at timestamptz not null default now(),
	seen_at timestamptz not null default now()
);

-- What stewards asked for. The owner is the instance that leads the job; another takes over when it is dead.
create table migration_job (
	id uuid primary key,
	version bigint not null,
	kind text not null,
	status text not null,
	data_set_id uuid,
	task jsonb not null,
	result jsonb,
	error text,
	total bigint not null,
	done_before bigint not null default 0,
	stop_requested boolean not null default false,
	owner uuid not null,
	created_by text not null,
	created_at timestamptz not null,
	updated_at timestamptz not null,
	started_at timestamptz,
	finished_at timestamptz
);

create index migration_job_unfinished on migration_job (owner) where status in ('QUEUED', 'RUNNING', 'STOPPING');
create index migration_job_data_set on migration_job (data_set_id);
create index migration_job_created on migration_job (created_at, id);

-- The parts of a job's stages, each worked on by one instance at a time.
create table migration_part (
	job_id uuid not null references migration_job on delete cascade,
	stage text not null,
	number integer not null,
	state text not null,
	step_execution_id bigint not null,
	instance uuid,
	attempts integer not null default 0,
	done bigint not null default 0,
	result jsonb,
	error text,
	updated_at timestamptz not null default now(),
	primary key (job_id, stage, number)
) with (fillfactor = 70);

create index migration_part_waiting on migration_part (updated_at) where state = 'WAITING';
