create table tax_class (
	id uuid primary key,
	version bigint not null,
	code text not null unique,
	name text not null,
	rate numeric(7, 6) not null,
	created_at timestamptz not null,
	updated_at timestamptz not null,
	deleted_at timestamptz
);

create table product_category (
	id uuid primary key,
	version bigint not null,
	code text not null unique,
	name text not null,
	parent_id uuid references product_category,
	created_at timestamptz not null,
	updated_at timestamptz not null,
	deleted_at timestamptz
);

create index product_category_by_parent on product_category (parent_id, id);

alter table product add column category_id uuid references product_category;
alter table product add column tax_class_id uuid references tax_class;

create index product_by_category on product (category_id, id);
create index product_by_tax_class on product (tax_class_id, id);

create table price_list (
	id uuid primary key,
	version bigint not null,
	code text not null unique,
	name text not null,
	currency text not null,
	segment text,
	valid_from date,
	valid_to date,
	priority integer not null,
	active boolean not null,
	created_at timestamptz not null,
	updated_at timestamptz not null,
	deleted_at timestamptz
);

-- The breaks of a price are always read and written together.
create table listed_price (
	id uuid primary key,
	version bigint not null,
	price_list_id uuid not null references price_list,
	product_id uuid not null references product,
	breaks jsonb not null,
	created_at timestamptz not null,
	updated_at timestamptz not null,
	deleted_at timestamptz,
	unique (price_list_id, product_id)
);

create index listed_price_by_list on listed_price (price_list_id, id);
create index listed_price_by_product on listed_price (product_id, id);
create index listed_price_by_creation on listed_price (created_at, id);
create index listed_price_by_update on listed_price (updated_at, id);

-- What is available is never reserved twice; it can fall below 0 when stock is counted and less is found than is reserved.
create table stock_level (
	id uuid primary key,
	version bigint not null,
	product_id uuid not null unique references product,
	on_hand numeric(19, 4) not null check (on_hand >= 0),
	reserved numeric(19, 4) not null check (reserved >= 0),
	created_at timestamptz not null,
	updated_at timestamptz not null,
	deleted_at timestamptz
);

create index stock_level_by_creation on stock_level (created_at, id);
create index stock_level_by_update on stock_level (updated_at, id);
create index stock_level_by_available on stock_level ((on_hand - reserved), id);

-- What an order has reserved of each product; for drafts until a time.
create table stock_reservation (
	order_id uuid not null,
	product_id uuid not null,
	quantity numeric(19, 4) not null check (quantity > 0),
	expires_at timestamptz,
	primary key (order_id, product_id)
);

create index stock_reservation_by_product on stock_reservation (product_id);
create index stock_reservation_by_expiry on stock_reservation (expires_at) where expires_at is not null;

-- A tag of a customer is the segment of a price list.
alter table customer_replica add column tags text[] not null default '{}';
