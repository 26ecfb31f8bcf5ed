-- The hours of support desks, and what was agreed for cases.
create table business_calendar (
	id uuid primary key,
	version bigint not null,
	name text not null unique,
	time_zone text not null,
	hours jsonb not null,
	holidays jsonb not null,
	created_at timestamptz not null,
	updated_at timestamptz not null,
	deleted_at timestamptz
);

create index business_calendar_by_name on business_calendar (name collate "und-x-icu", id);
create index business_calendar_by_creation on business_calendar (created_at, id);
create index business_calendar_by_update on business_calendar (updated_at, id);

create table agreement (
	id uuid primary key,
	version bigint not null,
	name text not null unique,
	calendar_id uuid not null references business_calendar,
	risk_percent integer not null,
	targets jsonb not null,
	created_at timestamptz not null,
	updated_at timestamptz not null,
	deleted_at timestamptz
);

create index agreement_by_name on agreement (name collate "und-x-icu", id);
create index agreement_by_calendar on agreement (calendar_id, id);
create index agreement_by_creation on agreement (created_at, id);
create index agreement_by_update on agreement (updated_at, id);

create sequence case_number start 1001;

-- The concerns of customers. Access to a case is access to its customer.
create table support_case (
	id uuid primary key,
	version bigint not null,
	number bigint not null unique,
	customer_id uuid not null references customer,
	contact_id uuid references contact,
	subject text not null,
	description text,
	priority text not null,
	origin text not null,
	agreement_id uuid references agreement,
	status text not null,
	statuses jsonb not null,
	assignee_id uuid,
	assigned_team_id uuid,
	responded_at timestamptz,
	resolved_at timestamptz,
	closed_at timestamptz,
	first_response_due_at timestamptz,
	first_response_at_risk_at timestamptz,
	first_response_risk_reported_at timestamptz,
	first_response_breach_reported_at timestamptz,
	resolution_due_at timestamptz,
	resolution_at_risk_at timestamptz,
	resolution_risk_reported_at timestamptz,
	resolution_breach_reported_at timestamptz,
	next_check_at timestamptz,
	created_at timestamptz not null,
	updated_at timestamptz not null,
	deleted_at timestamptz,
	search_text text not null generated always as (search_text_of(number::text || ' ' || subject)) stored
);

-- Finds the cases of a customer, also for access that is derived from it.
create index support_case_by_customer on support_case (customer_id, id);
create index support_case_by_contact on support_case (contact_id, id) where contact_id is not null;
create index support_case_by_agreement on support_case (agreement_id) where status <> 'CLOSED';
create index support_case_by_assignee on support_case (assignee_id, id) where assignee_id is not null;
create index support_case_by_team on support_case (assigned_team_id, id) where assigned_team_id is not null;
create index support_case_by_check on support_case (next_check_at, id) where next_check_at is not null;

-- Lists are sorted by id by default; these indexes serve the other sort keys, the search and the deleted cases.
create index support_case_by_number on support_case (number, id);
create index support_case_by_response on support_case (first_response_due_at, id);
create index support_case_by_resolution on support_case (resolution_due_at, id);
create index support_case_by_creation on support_case (created_at, id);
create index support_case_by_update on support_case (updated_at, id);
create index support_case_search on support_case using gin (search_text gin_trgm_ops);
create index support_case_deleted on support_case (deleted_at, id) where deleted_at is not null;
create index support_case_deleted_by_id on support_case (id) where deleted_at is not null;

create table support_case_external_id (
	system text not null,
	external_id text not null,
	case_id uuid not null references support_case,
	primary key (system, external_id)
);

create index support_case_external_id_by_case on support_case_external_id (case_id);
