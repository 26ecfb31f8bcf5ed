-- Users as records with an e-mail address, a language, a life cycle and external ids.

create extension if not exists pg_trgm;

alter table users
	alter column id drop default,
	alter column password_hash drop not null, -- one who was invited has no password yet
	add column email text,
	add column locale text,
	add column password_reset_required boolean not null default false,
	add column deleted_at timestamptz;

alter table users add column search_text text not null generated always as
	(lower(username || ' ' || display_name || ' ' || coalesce(email, ''))) stored;

create index users_search on users using gin (search_text gin_trgm_ops);
create index users_by_email on users (lower(email)) where email is not null;
create index users_by_display_name on users (display_name, id);
create index users_by_creation on users (created_at, id);

create table user_external_id (
	system text not null,
	external_id text not null,
	user_id uuid not null references users,
	primary key (system, external_id)
);

create index user_external_id_by_user on user_external_id (user_id);

-- Role names are immutable, so grants refer to them.

alter table user_roles add column role text references roles (name);
update user_roles set role = (select name from roles where id = role_id);
alter table user_roles drop column role_id, alter column role set not null, add primary key (user_id, role);
create index user_roles_by_role on user_roles (role);

alter table client_roles add column role text references roles (name);
update client_roles set role = (select name from roles where id = role_id);
alter table client_roles drop column role_id, alter column role set not null, add primary key (client_id, role);
create index client_roles_by_role on client_roles (role);

create index team_members_by_team on team_members (team_id);

alter table teams alter column id drop default,
	add column version bigint not null default 0,
	add column created_at timestamptz not null default now(),
	add column updated_at timestamptz not null default now(),
	add column deleted_at timestamptz;
create index teams_by_parent on teams (parent_id) where parent_id is not null;

create table team_external_id (
	system text not null,
	external_id text not null,
	team_id uuid not null references teams,
	primary key (system, external_id)
);

create index team_external_id_by_team on team_external_id (team_id);

alter table roles
	add column version bigint not null default 0,
	add column updated_at timestamptz not null default now(),
	add column deleted_at timestamptz;

-- The scope of a permission: the holder's own records, those of the holder's teams, or all. It matters only for
-- records with owners and teams.

alter table permissions add column scoped boolean not null default false;
update permissions set scoped = true where name like 'customer:%' or name like 'order:%';

alter table role_permissions add column scope text not null default 'ALL' check (scope in ('OWN', 'TEAM', 'ALL'));

update permissions set description = 'See users' where name = 'user:read';
update permissions set description = 'Create, change, lock and delete users' where name = 'user:write';
insert into permissions (name, description) values
	('team:read', 'See teams'),
	('team:write', 'Create, change, move and delete teams'),
	('role:read', 'See roles and permissions'),
	('role:write', 'Create, change and delete roles'),
	('client:read', 'See partner clients'),
	('client:write', 'Create, change and delete partner clients, including their secrets'),
	('audit:read', 'See the audit log');

insert into role_permissions (role_id, permission)
select r.id, p.name from roles r join permissions p on p.name in
	('team:read', 'team:write', 'role:read', 'role:write', 'client:read', 'client:write', 'audit:read')
 where r.name = 'administrator' or r.name = 'auditor' and p.name like '%:read'
	or r.name in ('sales-manager', 'data-steward') and p.name in ('team:read')
	or r.name = 'data-steward' and p.name = 'role:read';

insert into role_permissions (role_id, permission)
select r.id, 'user:read' from roles r where r.name = 'data-steward';

update role_permissions set scope = 'TEAM'
  from roles r, permissions p
 where r.id = role_id and p.name = permission and p.scoped
	and (r.name in ('sales-manager', 'partner') or r.name = 'sales-representative' and permission like '%:read');

update role_permissions set scope = 'OWN'
  from roles r, permissions p
 where r.id = role_id and p.name = permission and p.scoped
	and r.name = 'sales-representative' and permission like '%:write';
