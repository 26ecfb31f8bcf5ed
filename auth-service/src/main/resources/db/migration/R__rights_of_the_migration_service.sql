-- Runs of mappings load all kinds of records. The service gains what is granted like the permissions that it has.
insert into permissions (name, description) values
	('custom-field:read', 'See the definitions of custom fields'),
	('custom-field:write', 'Define custom fields')
on conflict do nothing;

insert into role_permissions (role_id, permission)
select r.id, p.name from roles r join permissions p on p.name in
	('product:read', 'product:write', 'order:read', 'order:write', 'order:price', 'custom-field:read', 'custom-field:write')
 where r.name = 'migration-service'
on conflict do nothing;

update roles set gains = 'LIKE' where name = 'migration-service';
