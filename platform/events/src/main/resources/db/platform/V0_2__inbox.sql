-- The newest version of each aggregate that a consumer has handled: what is not newer is a duplicate or stale.
create table inbox (
	consumer text not null,
	topic text not null,
	key uuid not null,
	version bigint not null,
	ce_id uuid not null,
	claimed_at timestamptz not null default now(),
	primary key (consumer, topic, key)
) with (fillfactor = 85);
