-- What services may do that ask others in their own name, and no more.

insert into roles (name, description, built_in) values
    ('order-service', 'The order service: has to know which customers there are', true);

insert into role_permissions (role_id, permission)
select id, 'customer:read' from roles where name = 'order-service';
