-- What people call the programs that act for them, wherever these are registered.
create view program_names as
select id, client_name as name from oauth2_registered_client
union all
select client_id, name from api_clients;
