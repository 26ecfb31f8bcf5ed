create table customer_segment (
	id uuid primary key,
	version bigint not null,
	name text not null unique,
	description text,
	kind text not null,
	filter text,
	refreshed_at timestamptz,
	refreshed_version bigint,
	created_at timestamptz not null,
	updated_at timestamptz not null,
	deleted_at timestamptz
);

create index customer_segment_by_name on customer_segment (name collate "und-x-icu", id);
create index customer_segment_by_creation on customer_segment (created_at, id);
create index customer_segment_by_update on customer_segment (updated_at, id);

-- The members as of the last refresh, or as they were added by hand, or followed in a merge. Without foreign keys, which
-- would be checked one by one for a million of them, and would lock the customers.
create table segment_member (
	segment_id uuid not null,
	customer_id uuid not null,
	since timestamptz not null,
	moved_from uuid,
	primary key (segment_id, customer_id)
);

create index segment_member_by_customer on segment_member (customer_id, segment_id);
create index segment_member_by_move on segment_member (moved_from) where moved_from is not null;

-- Counts members without reading the customers.
create index customer_present on customer (id) where deleted_at is null;
