-- The latest undo of an application, after which the application must not be restarted.
create table application_undo (
	application_id uuid primary key references migration_job on delete cascade,
	undo_id uuid not null references migration_job on delete cascade
);
