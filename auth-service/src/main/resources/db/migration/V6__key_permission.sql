-- The permission to rotate the signing keys.

insert into permissions (name, description) values ('key:write', 'Rotate the signing keys');

insert into role_permissions (role_id, permission)
select id, 'key:write' from roles where name = 'administrator';
