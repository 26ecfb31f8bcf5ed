-- Second factors of users.

create table totp_secrets (
	user_id uuid primary key references users on delete cascade,
	secret bytea not null, -- AES-256-GCM: 12 bytes of nonce, then ciphertext and tag
	enrolled_at timestamptz not null,
	last_step bigint not null -- the time step of the last code that was used: it and all before count no more
);

create table recovery_codes (
	user_id uuid not null references users on delete cascade,
	digest bytea not null, -- SHA-256; the codes are random and long
	primary key (user_id, digest)
);

-- Passkeys, as Spring Security's JDBC repository expects them; the user entity's id is the user's id in base64url

create table user_credentials (
	credential_id varchar(1000) primary key,
	user_entity_user_id varchar(1000) not null,
	public_key bytea not null,
	signature_count bigint,
	uv_initialized boolean,
	backup_eligible boolean not null,
	authenticator_transports varchar(1000),
	public_key_credential_type varchar(100),
	backup_state boolean not null,
	attestation_object bytea,
	attestation_client_data_json bytea,
	created timestamptz,
	last_used timestamptz,
	label varchar(1000) not null
);

create index user_credentials_by_user on user_credentials (user_entity_user_id);
