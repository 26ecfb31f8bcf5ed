alter table customer_replica add column merged_into uuid;

-- Customers whose orders have to be moved after a merge or after undoing one.
create table customer_move (
	customer_id uuid primary key,
	due_at timestamptz not null,
	looks integer not null
);

create index customer_move_by_due on customer_move (due_at);

-- Orders that were moved by a merge, so that they can be moved back.
create table order_move (
	order_id uuid not null references order_key,
	from_customer uuid not null,
	to_customer uuid not null,
	primary key (order_id, from_customer)
);

create index order_move_by_origin on order_move (from_customer, order_id);
