create table payment (
	id uuid primary key,
	version bigint not null,
	reference text not null unique,
	amount numeric(19, 4) not null,
	currency text not null,
	method text not null,
	received_on date not null,
	allocations jsonb not null,
	refunds jsonb not null,
	owner_id uuid,
	team_id uuid,
	created_at timestamptz not null,
	updated_at timestamptz not null,
	deleted_at timestamptz
);

create index payment_by_amount on payment (amount, id);
create index payment_by_date on payment (received_on, id);
create index payment_by_creation on payment (created_at, id);
create index payment_by_update on payment (updated_at, id);
create index payment_by_owner on payment (owner_id, id) where owner_id is not null;
create index payment_by_team on payment (team_id, id) where team_id is not null;
create index payment_by_order on payment using gin (allocations jsonb_path_ops);
create index payment_search on payment using gin (search_text_of(reference) gin_trgm_ops);
create index payment_deleted on payment (deleted_at, id) where deleted_at is not null;

-- Each notification of a provider has its effect once, however often it is sent.
create table payment_notification (
	provider text not null,
	id text not null,
	received_at timestamptz not null,
	primary key (provider, id)
);
