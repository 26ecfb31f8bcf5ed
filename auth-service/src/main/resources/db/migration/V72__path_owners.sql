-- Paths are announced by the services that serve them. Like permissions, each resource belongs to one service: the first
-- that announces it, unless it is one of these. Nothing but an administrator changes that later.

create table path_owners (
	resource text primary key,
	service text not null
);

insert into path_owners (resource, service) values
	('customers', 'customer-service'),
	('contacts', 'customer-service'),
	('customer-service', 'customer-service'),
	('orders', 'order-service'),
	('products', 'order-service'),
	('order-service', 'order-service'),
	('migrations', 'migration-service'),
	('migration-service', 'migration-service'),
	('audit', 'auth-service'),
	('clients', 'auth-service'),
	('me', 'auth-service'),
	('owners', 'auth-service'),
	('roles', 'auth-service'),
	('signing-keys', 'auth-service'),
	('teams', 'auth-service'),
	('users', 'auth-service'),
	('auth-service', 'auth-service');
