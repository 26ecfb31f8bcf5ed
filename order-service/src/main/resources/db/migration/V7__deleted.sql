-- Deleted records are few; a list of them must not read all others.
create index product_deleted on product (deleted_at, id) where deleted_at is not null;
create index product_deleted_by_id on product (id) where deleted_at is not null;
create index orders_deleted on orders (deleted_at, id) where deleted_at is not null;
create index orders_deleted_by_id on orders (id) where deleted_at is not null;
