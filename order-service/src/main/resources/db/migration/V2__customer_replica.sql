-- The few fields of each customer that orders need, as told by kehu.customers.
-- An external id is kept as system:id.
create table customer_replica (
	id uuid primary key,
	version bigint not null,
	name text not null,
	status text not null,
	external_ids text[] not null,
	deleted boolean not null
);

create index customer_replica_by_external_id on customer_replica using gin (external_ids);
