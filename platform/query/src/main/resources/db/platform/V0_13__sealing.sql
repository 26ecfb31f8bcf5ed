-- The keys with which values may be sealed: the name of each, and a proof by which the same key is recognized.
create table sealing_key (
	name text primary key,
	proof bytea not null,
	since timestamptz not null
);

-- The places that contain no value in clear any more.
create table sealed_place (
	name text primary key
);
