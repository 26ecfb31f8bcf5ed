-- What administrators define about the custom fields of customers.
create table custom_field (
	id uuid primary key,
	version bigint not null,
	key text not null unique,
	position integer not null,
	definition jsonb not null,
	created_at timestamptz not null,
	updated_at timestamptz not null,
	deleted_at timestamptz
);

create index custom_field_by_position on custom_field (position, id);
create index custom_field_by_creation on custom_field (created_at, id);
create index custom_field_by_update on custom_field (updated_at, id);
