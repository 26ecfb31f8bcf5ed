-- The digests of links to reset a password.

create table password_resets (
	digest bytea primary key, -- SHA-256
	user_id uuid not null references users on delete cascade,
	expires_at timestamptz not null
);

create index password_resets_by_user on password_resets (user_id);
create index password_resets_by_expiry on password_resets (expires_at);
