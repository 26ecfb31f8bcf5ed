-- Where the program of a partner may have people led back to, once they have allowed it to act for them; none: it acts
-- for itself alone.

alter table api_clients add column redirect_uris text[] not null default '{}';

create index oauth2_authorization_by_client on oauth2_authorization (registered_client_id, principal_name);
