-- A refresh token works once. The digests of used ones are kept as long as their login, so that a copy is recognized
-- when it is presented later.

create table spent_refresh_tokens (
    digest           bytea primary key, -- SHA-256
    authorization_id varchar(100) not null references oauth2_authorization on delete cascade,
    spent_at         timestamptz not null
);

create index spent_refresh_tokens_authorization on spent_refresh_tokens (authorization_id, spent_at);

-- Revocations: tokens that carry the id (subject, client, login or token) and were issued until then are invalid.
-- Kept until the last of those tokens has expired.

create table revocations (
    id           text primary key,
    issued_until timestamptz not null,
    forgotten_at timestamptz not null
);
