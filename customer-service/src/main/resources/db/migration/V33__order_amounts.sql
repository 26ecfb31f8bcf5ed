-- The total of each order; null until the next event of the order, if that was received before.
alter table customer_order add column amount numeric, add column currency text;

-- Purchases are read by customer and day, from the index alone.
drop index customer_order_by_customer;

create index customer_order_by_customer on customer_order (customer_id, order_date) include (amount, currency) where counted;
