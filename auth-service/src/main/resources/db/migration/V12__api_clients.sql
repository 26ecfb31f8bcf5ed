-- Partner clients. Built-in clients are in oauth2_registered_client.

create table api_clients (
	id uuid primary key,
	version bigint not null,
	client_id text not null unique,
	name text not null,
	enabled boolean not null,
	permissions text[] not null, -- of what the roles permit, all that it may do; empty: all of it
	address_ranges text[] not null,
	expires_at timestamptz,
	created_at timestamptz not null,
	updated_at timestamptz not null,
	deleted_at timestamptz
);

create index api_clients_by_name on api_clients (name, id);

create table api_client_roles (
	api_client_id uuid not null references api_clients,
	role text not null references roles (name),
	primary key (api_client_id, role)
);

create index api_client_roles_by_role on api_client_roles (role);

create table api_client_teams (
	api_client_id uuid not null references api_clients,
	team_id uuid not null references teams,
	primary key (api_client_id, team_id)
);

create index api_client_teams_by_team on api_client_teams (team_id);

create table api_client_secrets (
	id uuid not null,
	api_client_id uuid not null references api_clients,
	digest text not null, -- of a long random text: {sha256} and the digest in base64
	created_at timestamptz not null,
	expires_at timestamptz,
	primary key (api_client_id, id)
);
