-- A merged customer is deleted and refers to its survivor.
alter table customer add column merged_into uuid references customer;

create index customer_by_survivor on customer (merged_into) where merged_into is not null;

create table customer_merge (
	id uuid primary key,
	survivor_id uuid not null references customer,
	merged_at timestamptz not null,
	merged_by text not null,
	undone_at timestamptz,
	undone_by text
);

create index customer_merge_by_survivor on customer_merge (survivor_id, id);

-- What a merge changed of each customer, so that it can be undone.
create table customer_merge_step (
	merge_id uuid not null references customer_merge,
	position integer not null,
	customer_id uuid not null references customer,
	role text not null,
	version bigint not null,
	before jsonb not null,
	after jsonb not null,
	primary key (merge_id, position)
);

create index customer_merge_step_by_customer on customer_merge_step (customer_id, merge_id);
