-- Whose a record is; what is older than this belongs to nobody, and only callers with access to all see it.
alter table migration_upload add column owner_id uuid, add column team_id uuid, add column deleted_at timestamptz,
	add column subject text;
create index migration_upload_by_subject on migration_upload (subject);
alter table data_set add column owner_id uuid, add column team_id uuid, add column live boolean not null default false;
alter table migration_job add column owner_id uuid, add column team_id uuid, add column live boolean not null default false,
	add column deleted_at timestamptz;
alter table cleaning_definition add column owner_id uuid, add column team_id uuid;

-- Rows of live customers need the right to see all of these, whatever was made from them.
update data_set set live = true where origin in ('LIVE', 'MERGE');
update migration_job set live = kind not in ('intake', 'profile', 'cleaning', 'deduplication');

create index migration_upload_by_owner on migration_upload (owner_id, id);
create index data_set_by_owner on data_set (owner_id, id) where deleted_at is null;
create index data_set_by_team on data_set (team_id, id) where deleted_at is null;
create index migration_job_by_owner on migration_job (owner_id, id);
create index migration_job_by_team on migration_job (team_id, id);
create index cleaning_definition_by_owner on cleaning_definition (owner_id, id) where deleted_at is null;

-- The users and teams that a record is shared with.
create table record_share (
	record_id uuid not null,
	grantee_id uuid not null,
	team boolean not null,
	permission text not null,
	shared_at timestamptz not null,
	primary key (record_id, grantee_id)
);

create index record_share_by_grantee on record_share (grantee_id, permission, record_id);
