-- The delivery of e-mails that are sent here.
alter table activity
	add column delivery text,
	add column sent_at timestamptz,
	add column delivery_attempts integer not null default 0,
	add column next_attempt_at timestamptz;

create index activity_by_attempt on activity (next_attempt_at, id) where next_attempt_at is not null and deleted_at is null;

-- Up to which message e-mails were taken from a folder, as long as the server numbers them alike.
create table incoming_mailbox (
	name text primary key,
	uid_validity bigint not null,
	last_uid bigint not null
);

-- The iCalendar feeds of users. The secret in their addresses is not stored.
create table calendar_feed (
	user_id uuid primary key,
	digest bytea not null unique,
	created_at timestamptz not null,
	last_read_at timestamptz
);
