-- Users, clients and their rights. A permission is resource:action; roles group permissions,
-- and users and clients have roles.

create table permissions (
    name        text primary key check (name ~ '^[a-z][a-z-]*:[a-z][a-z-]*$'),
    description text not null
);

create table roles (
    id          uuid primary key default uuidv7(),
    name        text not null unique,
    description text not null,
    built_in    boolean not null default false,
    created_at  timestamptz not null default now()
);

create table role_permissions (
    role_id    uuid not null references roles on delete cascade,
    permission text not null references permissions,
    primary key (role_id, permission)
);

create table users (
    id            uuid primary key,
    username      text not null check (username = lower(username) and username ~ '^\S{1,100}$'),
    display_name  text not null,
    password_hash text not null,
    enabled       boolean not null default true,
    created_at    timestamptz not null default now(),
    updated_at    timestamptz not null default now(),
    version       bigint not null default 0,
    constraint users_username_key unique (username)
);

create table user_roles (
    user_id uuid not null references users on delete cascade,
    role_id uuid not null references roles,
    primary key (user_id, role_id)
);

create table teams (
    id        uuid primary key default uuidv7(),
    name      text not null unique,
    parent_id uuid references teams
);

create table team_members (
    user_id uuid not null references users on delete cascade,
    team_id uuid not null references teams on delete cascade,
    primary key (user_id, team_id)
);

insert into permissions (name, description) values
    ('customer:read', 'See customers'),
    ('customer:write', 'Create and change customers'),
    ('customer:delete', 'Delete and restore customers'),
    ('order:read', 'See orders'),
    ('order:write', 'Create and change orders'),
    ('product:read', 'See products and prices'),
    ('product:write', 'Create and change products and prices'),
    ('event:redrive', 'Retry events that could not be handled'),
    ('migration:read', 'See migrations and their reports'),
    ('migration:write', 'Run and undo migrations'),
    ('user:read', 'See users, teams, roles and clients'),
    ('user:write', 'Create and change users, teams, roles and clients');

insert into roles (name, description, built_in) values
    ('administrator', 'Has all permissions', true),
    ('sales-manager', 'Leads a sales team', true),
    ('sales-representative', 'Sells to customers', true),
    ('marketing', 'Addresses customers without selling', true),
    ('support-agent', 'Supports customers after a purchase', true),
    ('data-steward', 'Imports legacy data and maintains data quality', true),
    ('auditor', 'Reads everything and changes nothing', true),
    ('partner', 'A client of a partner company', true);

insert into role_permissions (role_id, permission)
select r.id, p.name
  from roles r
  join permissions p on
       r.name = 'administrator'
    or r.name = 'auditor' and p.name like '%:read'
    or (r.name, p.name) in (
        ('sales-manager', 'customer:read'), ('sales-manager', 'customer:write'), ('sales-manager', 'customer:delete'),
        ('sales-manager', 'order:read'), ('sales-manager', 'order:write'), ('sales-manager', 'product:read'),
        ('sales-manager', 'product:write'), ('sales-manager', 'user:read'),
        ('sales-representative', 'customer:read'), ('sales-representative', 'customer:write'),
        ('sales-representative', 'order:read'), ('sales-representative', 'order:write'),
        ('sales-representative', 'product:read'),
        ('marketing', 'customer:read'), ('marketing', 'customer:write'), ('marketing', 'product:read'),
        ('support-agent', 'customer:read'), ('support-agent', 'customer:write'), ('support-agent', 'order:read'),
        ('support-agent', 'product:read'),
        ('data-steward', 'customer:read'), ('data-steward', 'customer:write'), ('data-steward', 'customer:delete'),
        ('data-steward', 'order:read'), ('data-steward', 'order:write'), ('data-steward', 'product:read'),
        ('data-steward', 'product:write'), ('data-steward', 'migration:read'), ('data-steward', 'migration:write'),
        ('partner', 'customer:read'), ('partner', 'order:read'), ('partner', 'product:read'));
