-- The minimal rights of services that call others on their own behalf.

insert into roles (name, description, built_in) values
    ('order-service', 'The order service, which looks up customers', true);

insert into role_permissions (role_id, permission)
select id, 'customer:read' from roles where name = 'order-service';
