-- Permissions are announced by the services that check them. Each resource belongs to one service: the first that
-- announces it, unless it is one of these.

create table permission_owners (
	resource text primary key,
	service text not null
);

insert into permission_owners (resource, service) values
	('customer', 'customer-service'),
	('contact', 'customer-service'),
	('order', 'order-service'),
	('product', 'order-service'),
	('migration', 'migration-service'),
	('user', 'auth-service'),
	('team', 'auth-service'),
	('role', 'auth-service'),
	('client', 'auth-service'),
	('audit', 'auth-service'),
	('key', 'auth-service'),
	('event', 'auth-service');

alter table permissions
	add column granted_like text, -- the resource whose permissions built-in roles have when they are to have this one
	add column announced boolean not null default false; -- in the latest announcement of its service

-- The permissions that built-in roles gain when they are announced: all, those to read, or those that are granted like
-- one that the role has.

alter table roles add column gains text check (gains in ('ALL', 'READ', 'LIKE'));
update roles set gains = case name when 'administrator' then 'ALL' when 'auditor' then 'READ' else 'LIKE' end
 where name in ('administrator', 'auditor', 'sales-manager', 'sales-representative', 'marketing', 'support-agent', 'data-steward');
