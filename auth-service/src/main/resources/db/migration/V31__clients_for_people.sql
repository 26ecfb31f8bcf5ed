-- The redirect URIs of partner clients; none for a client that acts only for itself.

alter table api_clients add column redirect_uris text[] not null default '{}';

create index oauth2_authorization_by_client on oauth2_authorization (registered_client_id, principal_name);
