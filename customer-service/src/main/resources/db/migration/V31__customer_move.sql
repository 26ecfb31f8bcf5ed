-- The records that came to a customer through a merge, and return when it is undone: of each kind to which access is
-- derived from customers.
create table customer_move (
	kind text not null,
	record_id uuid not null,
	from_customer uuid not null references customer,
	to_customer uuid not null references customer,
	primary key (record_id, from_customer)
);

create index customer_move_by_customer on customer_move (from_customer);
