-- The exchange rates of a day: units of each currency for one unit of the base.
create table exchange_rate_sheet (
	id uuid primary key,
	version bigint not null,
	day date not null unique,
	base text not null,
	rates jsonb not null,
	source text,
	created_at timestamptz not null,
	updated_at timestamptz not null,
	deleted_at timestamptz
);

create index exchange_rate_sheet_by_day on exchange_rate_sheet (day, id);
create index exchange_rate_sheet_by_creation on exchange_rate_sheet (created_at, id);
create index exchange_rate_sheet_by_update on exchange_rate_sheet (updated_at, id);
create index exchange_rate_sheet_deleted on exchange_rate_sheet (deleted_at, id) where deleted_at is not null;
