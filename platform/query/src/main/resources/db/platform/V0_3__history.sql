-- Who changed what, when, from what to what: one line for each version of each record.
create table history (
	record_id uuid not null,
	version bigint not null,
	at timestamptz not null,
	actor text not null,
	action text not null,
	-- Each field with what it was and what it is: {"name": ["old", "new"]}. Written for each record, read by few: plain text.
	changes json not null,
	primary key (record_id, version)
);
