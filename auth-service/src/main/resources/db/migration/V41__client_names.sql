-- The display names of built-in and partner clients.
create view client_names as
select id, client_name as name from oauth2_registered_client
union all
select client_id, name from api_clients;
