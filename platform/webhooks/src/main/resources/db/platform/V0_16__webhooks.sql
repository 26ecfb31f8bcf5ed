-- Where events are sent by HTTP.
create table webhook (
	id uuid primary key,
	version bigint not null,
	url text not null,
	description text,
	types text[] not null,
	fields text[] not null,
	status text not null,
	secret text not null,
	former_secret text,
	former_until timestamptz,
	created_by text not null,
	created_at timestamptz not null,
	updated_at timestamptz not null
);

-- The events of the last weeks, written while there are webhooks.
create table webhook_message (
	id uuid primary key,
	type text not null,
	subject uuid not null,
	time timestamptz not null,
	fields text[] not null,
	content text not null
);

create index webhook_message_by_time on webhook_message (time, id);
create index webhook_message_by_subject on webhook_message (subject);

create table webhook_delivery (
	id uuid primary key,
	webhook_id uuid not null references webhook on delete cascade,
	message_id uuid not null references webhook_message on delete cascade,
	status text not null,
	attempts integer not null default 0,
	next_attempt_at timestamptz,
	attempted_at timestamptz,
	response_status integer,
	error text,
	created_at timestamptz not null
);

create index webhook_delivery_by_webhook on webhook_delivery (webhook_id, id);
create index webhook_delivery_by_message on webhook_delivery (message_id);
create index webhook_delivery_by_attempt on webhook_delivery (webhook_id, next_attempt_at) where next_attempt_at is not null;
