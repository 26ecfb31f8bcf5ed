alter table orders add column fulfilment_status text not null default 'OPEN';
alter table orders add column deliveries jsonb not null default '[]';
alter table orders add column paid numeric(19, 4) not null default 0;
alter table orders add column refunded numeric(19, 4) not null default 0;
alter table orders add column payment_status text not null default 'UNPAID';
alter table orders add column hold_reason text;

-- Finds the orders with a product.
create index order_line_by_product on order_line (product_id, order_date, order_id);
create index order_line_by_sku on order_line (sku, order_date, order_id);
