-- Events wait here, written in the transaction of their change, until the relay has published them.
create table outbox (
	id bigint generated always as identity primary key,
	ce_id uuid not null,
	topic text not null,
	type text not null,
	key uuid not null,
	version bigint not null,
	time timestamptz not null,
	traceparent text,
	data bytea,
	attempts integer not null default 0,
	retry_at timestamptz,
	error text
);

-- A queue is mostly dead rows: clean it by number, not by share, and at full speed. Rows live for milliseconds, so
-- compressing them is wasted work.
alter table outbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000,
	autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 100000,
	autovacuum_vacuum_cost_delay = 0);
alter table outbox alter column data set storage external;

-- Events that the broker refused: the later ones of the same aggregate wait behind them.
create index outbox_held on outbox (topic, key) where attempts > 0;
