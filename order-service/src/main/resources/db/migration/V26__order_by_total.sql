-- Serves lists that are sorted by total.
create index orders_by_total on orders (total, id);
