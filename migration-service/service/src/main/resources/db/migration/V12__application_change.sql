-- What an application of a linkage changed in customer-service: ids and versions only, by which the history there tells the values.
-- A change is recorded before it is made, and confirmed afterwards.
create table application_change (
	job_id uuid not null references migration_job on delete cascade,
	customer_id uuid not null,
	kind text not null check (kind in ('CREATED', 'CHANGED', 'MERGED')),
	version bigint not null,
	merge_id uuid,
	undone text check (undone in ('DELETED', 'RESTORED', 'UNMERGED', 'KEPT')),
	reason text,
	primary key (job_id, customer_id, kind)
);
