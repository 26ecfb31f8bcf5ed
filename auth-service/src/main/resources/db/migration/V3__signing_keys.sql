-- The keys that sign tokens, newest generation last. The primary key decides between
-- instances: of several that make the next generation at the same time, one insert wins.

create table signing_keys (
    generation  integer primary key,
    key_id      text not null unique,
    public_jwk  text not null,
    private_key bytea not null, -- AES-256-GCM: 12 bytes of nonce, then ciphertext and tag
    created_at  timestamptz not null,
    signs_from  timestamptz not null, -- published before it signs, so that services know it
    expires_at  timestamptz -- from then on no longer published
);
