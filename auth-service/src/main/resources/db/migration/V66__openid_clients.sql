-- What partner clients may set for OpenID Connect.

alter table api_clients add column post_logout_redirect_uris text[] not null default '{}';
alter table api_clients add column id_token_signed_response_alg text not null default 'RS256';
alter table api_clients add column proof_key_required boolean not null default true;
