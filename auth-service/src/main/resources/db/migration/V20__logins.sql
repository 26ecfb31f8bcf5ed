-- The logins of users, one per browser, with what clients were granted in it. The browser session is kept in Redis
-- and is valid as long as its login exists here.

create table logins (
	id uuid primary key,
	user_id uuid not null references users on delete cascade,
	started_at timestamptz not null,
	seen_at timestamptz not null,
	address text not null,
	device text not null
);

create index logins_by_user on logins (user_id, seen_at);

create table login_grants (
	authorization_id varchar(100) primary key references oauth2_authorization on delete cascade,
	login_id uuid not null references logins on delete cascade
);

create index login_grants_by_login on login_grants (login_id);
