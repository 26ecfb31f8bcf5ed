-- Who created an order, here or in the system that it was loaded from; unknown of older ones.
alter table orders add column created_by text;
