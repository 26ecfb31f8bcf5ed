create sequence quote_number;

create table quote (
	id uuid primary key,
	version bigint not null,
	number text not null unique,
	customer_id uuid not null,
	opportunity_id uuid references opportunity,
	status text not null,
	revision integer not null,
	approved_discount numeric(7, 6),
	reason text,
	sent_at timestamptz,
	-- An order follows from one quote.
	order_id uuid unique references order_key,
	order_number text,
	currency text not null,
	valid_until date not null,
	recipient jsonb not null,
	note text,
	lines jsonb not null,
	total numeric(19, 4) not null,
	revisions jsonb not null,
	owner_id uuid,
	team_id uuid,
	created_at timestamptz not null,
	updated_at timestamptz not null,
	deleted_at timestamptz
);

create index quote_by_customer on quote (customer_id, id);
create index quote_by_opportunity on quote (opportunity_id, id) where opportunity_id is not null;
create index quote_by_validity on quote (valid_until, id);
create index quote_by_total on quote (total, id);
create index quote_by_creation on quote (created_at, id);
create index quote_by_update on quote (updated_at, id);
create index quote_by_owner on quote (owner_id, id) where owner_id is not null;
create index quote_by_team on quote (team_id, id) where team_id is not null;
create index quote_search on quote using gin (search_text_of(number) gin_trgm_ops);
create index quote_deleted on quote (deleted_at, id) where deleted_at is not null;

-- The customers that quotes had before merges of customers, to which they return when a merge is undone.
create table quote_origin (
	quote_id uuid primary key references quote,
	customer_id uuid not null
);

create index quote_origin_by_customer on quote_origin (customer_id);
