create table venue (
	id uuid primary key,
	version bigint not null,
	code text not null unique,
	name text not null,
	seats integer not null,
	open boolean not null,
	owner_id uuid,
	team_id uuid,
	created_at timestamptz not null,
	updated_at timestamptz not null,
	deleted_at timestamptz
);

create index venue_by_name on venue (name, id);
create index venue_by_owner on venue (owner_id, id) where owner_id is not null;
create index venue_by_team on venue (team_id, id) where team_id is not null;

create table venue_external_id (
	system text not null,
	external_id text not null,
	venue_id uuid not null references venue,
	primary key (system, external_id)
);

create index venue_external_id_by_venue on venue_external_id (venue_id);
