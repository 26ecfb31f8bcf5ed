-- The ways in which opportunities proceed: stages with probabilities, and reasons for winning and losing.
create table pipeline (
	id uuid primary key,
	version bigint not null,
	name text not null unique,
	stages jsonb not null,
	reasons jsonb not null,
	created_at timestamptz not null,
	updated_at timestamptz not null,
	deleted_at timestamptz
);

create index pipeline_by_name on pipeline (name collate "und-x-icu", id);
create index pipeline_by_creation on pipeline (created_at, id);
create index pipeline_by_update on pipeline (updated_at, id);

-- Converted leads need a pipeline from the beginning.
insert into pipeline (id, version, name, stages, reasons, created_at, updated_at)
values (uuidv7(), 0, 'Sales', jsonb_build_array(
	jsonb_build_object('key', 'qualification', 'name', 'Qualification', 'probability', 10),
	jsonb_build_object('key', 'proposal', 'name', 'Proposal', 'probability', 40),
	jsonb_build_object('key', 'negotiation', 'name', 'Negotiation', 'probability', 70)), jsonb_build_array(
	jsonb_build_object('key', 'best-offer', 'name', 'Best offer', 'outcome', 'won'),
	jsonb_build_object('key', 'price', 'name', 'Price', 'outcome', 'lost'),
	jsonb_build_object('key', 'competitor', 'name', 'Competitor', 'outcome', 'lost'),
	jsonb_build_object('key', 'no-decision', 'name', 'No decision', 'outcome', 'lost')), now(), now());

create sequence opportunity_rank;

-- The order of a board is that of rank, compared byte by byte, then of id.
create table opportunity (
	id uuid primary key,
	version bigint not null,
	name text not null,
	customer_id uuid not null,
	contact_id uuid,
	lead_id uuid,
	campaign_id uuid,
	pipeline_id uuid not null references pipeline,
	stage text not null,
	rank text collate "C" not null,
	status text not null,
	visits jsonb not null,
	stage_entered_at timestamptz not null,
	amount numeric(19, 4),
	currency text,
	probability integer,
	expected_close_on date,
	products jsonb not null,
	competitors jsonb not null,
	reason text,
	competitor text,
	note text,
	closed_at timestamptz,
	owner_id uuid,
	team_id uuid,
	created_at timestamptz not null,
	updated_at timestamptz not null,
	deleted_at timestamptz,
	check ((amount is null) = (currency is null))
);

-- Lists are sorted by id by default; these indexes serve the other sort keys, the board, the figures and the search.
create index opportunity_by_rank on opportunity (pipeline_id, stage, rank, id);
create index opportunity_by_rank_alone on opportunity (rank, id);
create index opportunity_by_name on opportunity (name collate "und-x-icu", id);
create index opportunity_by_customer on opportunity (customer_id, id);
create index opportunity_by_lead on opportunity (lead_id) where lead_id is not null;
create index opportunity_by_amount on opportunity (amount, id);
create index opportunity_by_expected_close on opportunity (expected_close_on, id);
create index opportunity_by_closing on opportunity (closed_at, id);
create index opportunity_by_entry on opportunity (stage_entered_at, id);
create index opportunity_by_owner on opportunity (owner_id, id) where owner_id is not null;
create index opportunity_by_team on opportunity (team_id, id) where team_id is not null;
create index opportunity_by_creation on opportunity (created_at, id);
create index opportunity_by_update on opportunity (updated_at, id);
create index opportunity_open on opportunity (pipeline_id, expected_close_on) where status = 'OPEN' and deleted_at is null;
create index opportunity_search on opportunity using gin (search_text_of(name) gin_trgm_ops);
create index opportunity_deleted on opportunity (deleted_at, id) where deleted_at is not null;
create index opportunity_deleted_by_id on opportunity (id) where deleted_at is not null;

create table opportunity_external_id (
	system text not null,
	external_id text not null,
	opportunity_id uuid not null references opportunity,
	primary key (system, external_id)
);

create index opportunity_external_id_by_opportunity on opportunity_external_id (opportunity_id);

-- The customers that opportunities had before merges of customers, to which they return when a merge is undone.
create table opportunity_origin (
	opportunity_id uuid primary key references opportunity,
	customer_id uuid not null
);

create index opportunity_origin_by_customer on opportunity_origin (customer_id);

-- Finds the customers that were merged into another.
create index customer_replica_by_survivor on customer_replica (merged_into) where merged_into is not null;
