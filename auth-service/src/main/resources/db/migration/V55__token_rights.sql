-- The rights that tokens refer to by their digest.

create table token_rights (
	digest text primary key, -- SHA-256 in base64url
	content text not null,
	issued_at timestamptz not null -- of the latest token, give or take a minute
);

create index token_rights_by_time on token_rights (issued_at);
