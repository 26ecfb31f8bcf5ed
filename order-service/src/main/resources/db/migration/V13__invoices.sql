create table invoice (
	id uuid primary key,
	version bigint not null,
	kind text not null,
	series text not null,
	number text not null unique,
	order_id uuid not null references order_key,
	order_number text not null,
	customer_id uuid not null,
	credited_invoice_id uuid references invoice,
	issued_on date not null,
	due_on date not null,
	bill_to jsonb not null,
	note text,
	lines jsonb not null,
	currency text not null,
	total numeric(19, 4) not null,
	credited numeric(19, 4) not null,
	dunning_level integer not null,
	owner_id uuid,
	team_id uuid,
	created_at timestamptz not null,
	updated_at timestamptz not null,
	deleted_at timestamptz
);

create index invoice_by_order on invoice (order_id, id);
create index invoice_by_customer on invoice (customer_id, id);
create index invoice_by_credited_invoice on invoice (credited_invoice_id) where credited_invoice_id is not null;
create index invoice_by_issue on invoice (issued_on, id);
create index invoice_by_due_date on invoice (due_on, id);
create index invoice_by_total on invoice (total, id);
create index invoice_by_creation on invoice (created_at, id);
create index invoice_by_update on invoice (updated_at, id);
create index invoice_by_owner on invoice (owner_id, id) where owner_id is not null;
create index invoice_by_team on invoice (team_id, id) where team_id is not null;
create index invoice_search on invoice using gin (search_text_of(number || ' ' || order_number) gin_trgm_ops);

-- The last number of each series.
create table invoice_series (
	series text primary key,
	last bigint not null
);
