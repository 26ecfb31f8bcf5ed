create extension if not exists pg_trgm;

create table product (
	id uuid primary key,
	version bigint not null,
	sku text not null unique,
	name text not null,
	price_amount numeric(19, 4) not null,
	price_currency text not null,
	active boolean not null,
	created_at timestamptz not null,
	updated_at timestamptz not null,
	deleted_at timestamptz,
	search_text text not null generated always as (lower(sku || ' ' || name)) stored
);

-- Lists are sorted by id by default; these indexes serve the other sort keys and the search.
create index product_by_name on product (name, id);
create index product_by_creation on product (created_at, id);
create index product_by_update on product (updated_at, id);
create index product_search on product using gin (search_text gin_trgm_ops);

create table product_external_id (
	system text not null,
	external_id text not null,
	product_id uuid not null references product,
	primary key (system, external_id)
);

create index product_external_id_by_product on product_external_id (product_id);
