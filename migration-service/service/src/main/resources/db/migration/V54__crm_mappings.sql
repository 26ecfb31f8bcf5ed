-- Mappings of legacy CRMs to records of Kehu.
create table crm_mapping (
	id uuid primary key,
	version bigint not null,
	name text not null,
	connection_id uuid not null references database_connection,
	mapping jsonb not null,
	unmapped jsonb not null,
	owner_id uuid,
	team_id uuid,
	created_by text not null,
	created_at timestamptz not null,
	updated_at timestamptz not null,
	deleted_at timestamptz
);

create index crm_mapping_by_owner on crm_mapping (owner_id, id) where deleted_at is null;
create index crm_mapping_by_team on crm_mapping (team_id, id) where deleted_at is null;
create index crm_mapping_created on crm_mapping (created_at, id) where deleted_at is null;
create index crm_mapping_by_connection on crm_mapping (connection_id);
