-- The users and teams that a record is shared with.
create table record_share (
	record_id uuid not null,
	grantee_id uuid not null,
	team boolean not null,
	permission text not null,
	shared_at timestamptz not null,
	primary key (record_id, grantee_id)
);

-- Finds everything that is shared with a caller by an index-only scan.
create index record_share_by_grantee on record_share (grantee_id, permission, record_id);
