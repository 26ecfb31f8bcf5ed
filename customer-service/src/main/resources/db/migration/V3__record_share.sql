-- To whom a record is given besides its owner: a person, or a team.
create table record_share (
	record_id uuid not null,
	grantee_id uuid not null,
	team boolean not null,
	permission text not null,
	shared_at timestamptz not null,
	primary key (record_id, grantee_id)
);

-- Finds all that a caller was given without a look into the table.
create index record_share_by_grantee on record_share (grantee_id, permission, record_id);
