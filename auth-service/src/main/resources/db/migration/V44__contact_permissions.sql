insert into permissions (name, description, scoped) values
	('contact:read', 'See contacts, within the scope of their customers', true),
	('contact:write', 'Create and change contacts', true),
	('contact:delete', 'Delete and restore contacts', true);

-- People can do with contacts what they can do with customers.
insert into role_permissions (role_id, permission, scope)
select p.role_id, replace(p.permission, 'customer:', 'contact:'), p.scope
  from role_permissions p join roles r on r.id = p.role_id
 where p.permission in ('customer:read', 'customer:write', 'customer:delete') and r.name not like '%-service' and r.name <> 'partner';
