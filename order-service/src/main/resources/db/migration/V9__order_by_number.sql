-- Serves lists that are sorted by number.
create index orders_by_number on orders (number, id);
