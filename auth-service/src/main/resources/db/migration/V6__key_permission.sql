-- Whoever may have the keys replaced that sign tokens.

insert into permissions (name, description) values ('key:write', 'Have the keys replaced that sign tokens');

insert into role_permissions (role_id, permission)
select id, 'key:write' from roles where name = 'administrator';
