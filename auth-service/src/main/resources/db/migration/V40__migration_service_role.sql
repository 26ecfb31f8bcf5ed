insert into roles (name, description, built_in) values
    ('migration-service', 'The migration service, which applies changes that a steward has approved', true);

insert into role_permissions (role_id, permission)
select id, permission from roles, (values ('customer:read'), ('customer:write')) as granted (permission)
where name = 'migration-service';
