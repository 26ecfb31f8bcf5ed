-- How far the events of each kind of record have been published again after a restore.
create table republication (
	occasion text not null,
	topic text not null,
	subject text not null,
	position uuid not null,
	finished boolean not null default false,
	primary key (occasion, topic, subject)
);
