-- One application can change a customer several times; each version that it made is undone.
alter table application_change alter column version type bigint[] using array[version];
alter table application_change rename column version to versions;

-- The external ids of customers that are being created, until the answers are recorded: by these, customers are recognised whose answer
-- was lost.
create table application_intent (
	job_id uuid not null references migration_job on delete cascade,
	system text not null,
	external_id text not null,
	primary key (system, external_id, job_id)
);

create index application_change_created on application_change (customer_id) where kind = 'CREATED';
