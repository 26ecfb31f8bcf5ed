-- A refresh token works once. Of those that were used, the digest is kept for as long as their login, so that a copy
-- that comes later is known for what it is.

create table spent_refresh_tokens (
    digest           bytea primary key, -- SHA-256
    authorization_id varchar(100) not null references oauth2_authorization on delete cascade,
    spent_at         timestamptz not null
);

create index spent_refresh_tokens_authorization on spent_refresh_tokens (authorization_id, spent_at);

-- Whose tokens count no more: tokens that carry the id (subject, client, login or token) and were issued until then.
-- Kept until the last of those tokens has expired by itself.

create table revocations (
    id           text primary key,
    issued_until timestamptz not null,
    forgotten_at timestamptz not null
);
