-- Keeps ids and numbers unique across all partitions, which the unique indexes of a partitioned table can't do, and
-- locates the partition of an order.
create table order_key (
	id uuid primary key,
	order_date date not null,
	number text not null unique,
	client_order_number text unique,
	unique (id, order_date)
);

create sequence order_number;

-- Updating the date of a key moves the order and its lines to another partition.
create table orders (
	id uuid not null,
	order_date date not null,
	version bigint not null,
	number text not null,
	client_order_number text,
	customer_id uuid not null,
	status text not null,
	currency text not null,
	subtotal numeric(19, 4) not null,
	tax_total numeric(19, 4) not null,
	total numeric(19, 4) not null,
	owner_id uuid,
	team_id uuid,
	created_at timestamptz not null,
	updated_at timestamptz not null,
	deleted_at timestamptz,
	primary key (id, order_date),
	foreign key (id, order_date) references order_key (id, order_date) on update cascade
) partition by range (order_date);

-- The index of the primary key serves lists by id; these serve the other sort keys, and the orders of a customer.
create index orders_by_date on orders (order_date, id);
create index orders_by_customer on orders (customer_id, order_date, id);
create index orders_by_update on orders (updated_at, id);
create index orders_by_creation on orders (created_at, id);
create index orders_by_owner on orders (owner_id, id) where owner_id is not null;
create index orders_by_team on orders (team_id, id) where team_id is not null;

create table order_line (
	order_id uuid not null,
	order_date date not null,
	line_no integer not null,
	product_id uuid not null,
	sku text not null,
	description text not null,
	quantity numeric(19, 4) not null,
	unit_price numeric(19, 4) not null,
	discount numeric(7, 6) not null,
	tax numeric(7, 6) not null,
	tax_amount numeric(19, 4) not null,
	total numeric(19, 4) not null,
	primary key (order_id, order_date, line_no),
	foreign key (order_id, order_date) references order_key (id, order_date) on update cascade
) partition by range (order_date);

-- For dates so far in the past that a partition for each month would be a waste.
create table orders_default partition of orders default;
create table order_line_default partition of order_line default;

-- Creates the partitions of a month if they are missing, and returns whether it did. A partition is created as a separate
-- table and then attached, which blocks no readers, and writers only briefly. The locks are taken in the same order as
-- by writers.
create function ensure_order_month(month date) returns boolean language plpgsql as $$
declare
	first date := date_trunc('month', month);
	next date := first + interval '1 month';
	parent text;
	partition text;
begin
	perform pg_advisory_xact_lock(hashtextextended('ensure_order_month', 0));
	if to_regclass('order_line_' || to_char(first, 'YYYY_MM')) is not null then
		return false;
	end if;
	lock table order_key in share row exclusive mode;
	foreach parent in array array['orders', 'order_line'] loop
		partition := parent || '_' || to_char(first, 'YYYY_MM');
		execute format('create table %I (like %I including all)', partition, parent);
		execute format('lock table %I in access exclusive mode', parent || '_default');
		execute format('with moved as (delete from %I where order_date >= %L and order_date < %L returning *)'
			' insert into %I select * from moved', parent || '_default', first, next, partition);
		execute format('alter table %I attach partition %I for values from (%L) to (%L)', parent, partition, first, next);
	end loop;
	return true;
end $$;
