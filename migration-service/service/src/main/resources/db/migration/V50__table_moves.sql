-- Databases to move tables from and to. Passwords are sealed.
create table database_connection (
	id uuid primary key,
	version bigint not null,
	name text not null,
	kind text not null check (kind in ('mariadb', 'postgresql')),
	host text not null,
	port integer not null,
	database_name text not null,
	username text not null,
	password bytea not null,
	tls text not null check (tls in ('off', 'required', 'verified')),
	owner_id uuid,
	team_id uuid,
	created_by text not null,
	created_at timestamptz not null,
	updated_at timestamptz not null,
	deleted_at timestamptz
);

create index database_connection_by_owner on database_connection (owner_id, id) where deleted_at is null;
create index database_connection_by_team on database_connection (team_id, id) where deleted_at is null;
create index database_connection_created on database_connection (created_at, id) where deleted_at is null;

-- Key pairs that wrap the data keys of moves and sign their reports. Private keys are sealed.
create table move_key_pair (
	id uuid primary key,
	public_key bytea not null,
	private_key bytea not null,
	created_at timestamptz not null
);

-- Moves of tables, which have the ids of their jobs: the plan, the data key that encrypts staged chunks, and the signed report.
create table table_move (
	id uuid primary key references migration_job on delete cascade,
	source_id uuid not null references database_connection,
	target_id uuid not null references database_connection,
	plan text not null,
	key_pair_id uuid not null references move_key_pair,
	wrapped_key bytea not null,
	report text,
	undo_job_id uuid,
	shredded_at timestamptz
);

create index table_move_by_source on table_move (source_id);
create index table_move_by_target on table_move (target_id);
create index table_move_kept on table_move (id) where shredded_at is null;
