-- Undoing an application of a linkage deletes the customers that it created.
insert into role_permissions (role_id, permission)
select id, 'customer:delete' from roles where name = 'migration-service';
