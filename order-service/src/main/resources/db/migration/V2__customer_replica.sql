-- The fields of each customer that orders need, from the events of kehu.customers.
-- An external id is stored as system:id.
create table customer_replica (
	id uuid primary key,
	version bigint not null,
	name text not null,
	status text not null,
	external_ids text[] not null,
	deleted boolean not null
);

create index customer_replica_by_external_id on customer_replica using gin (external_ids);
