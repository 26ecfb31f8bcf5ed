-- The fields of each order that the order figures need.
create table customer_order (
	order_id uuid primary key,
	customer_id uuid not null,
	order_date date not null,
	counted boolean not null
);

create index customer_order_by_customer on customer_order (customer_id, order_date) where counted;

create table customer_order_figures (
	customer_id uuid primary key,
	order_count bigint not null,
	last_order_date date,
	revision bigint not null
);
