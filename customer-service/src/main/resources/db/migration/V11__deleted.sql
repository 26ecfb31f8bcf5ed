-- Deleted records are few; a list of them must not read all others.
create index customer_deleted on customer (deleted_at, id) where deleted_at is not null;
create index customer_deleted_by_id on customer (id) where deleted_at is not null;
create index contact_deleted on contact (deleted_at, id) where deleted_at is not null;
create index contact_deleted_by_id on contact (id) where deleted_at is not null;
