-- Keys of several algorithms, each with generations of its own: ES256 for access tokens, RS256 for the ID tokens of
-- clients that support only the algorithm that OpenID Connect requires.

alter table signing_keys add column algorithm text not null default 'ES256';
alter table signing_keys alter column algorithm drop default;
alter table signing_keys drop constraint signing_keys_pkey;
alter table signing_keys add primary key (algorithm, generation);
