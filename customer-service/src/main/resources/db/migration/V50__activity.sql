-- What was done and is to be done for customers. Access to an activity is access to its customer, as far as its visibility allows it.
create table activity (
	id uuid primary key,
	version bigint not null,
	kind text not null,
	customer_id uuid not null references customer,
	contact_id uuid references contact,
	subject text not null,
	text text,
	occurs_at timestamptz,
	ends_at timestamptz,
	location text,
	direction text,
	due_at timestamptz,
	assignee_id uuid,
	reminder integer,
	repetition jsonb,
	repeats_from timestamptz,
	remind_at timestamptz,
	completed_at timestamptz,
	email jsonb,
	visibility text not null,
	owner_id uuid,
	team_id uuid,
	created_at timestamptz not null,
	updated_at timestamptz not null,
	deleted_at timestamptz,
	timeline_at timestamptz not null generated always as (coalesce(due_at, occurs_at, created_at)) stored,
	message_id text generated always as (email ->> 'messageId') stored,
	email_addresses jsonb generated always as
		(lower(jsonb_path_query_array(email, '$.**.address')::text)::jsonb) stored,
	search_text text not null generated always as (search_text_of(subject)) stored
);

-- Finds the activities of a customer, also for access that is derived from it, and in the order of its timeline.
create index activity_by_customer on activity (customer_id, id);
create index activity_in_timeline on activity (customer_id, timeline_at, id) where deleted_at is null;
create index activity_by_contact on activity (contact_id, id) where contact_id is not null;
create index activity_by_owner on activity (owner_id, id) where owner_id is not null;
create index activity_by_team on activity (team_id, id) where team_id is not null;
create index activity_by_assignee on activity (assignee_id, due_at, id) where assignee_id is not null;
create index activity_by_reminder on activity (remind_at, id) where remind_at is not null and deleted_at is null;
create index activity_by_message on activity (message_id) where message_id is not null;
create index activity_by_address on activity using gin (email_addresses jsonb_path_ops) where email_addresses is not null;

-- Lists are sorted by id by default; these indexes serve the other sort keys, the search and the deleted activities.
create index activity_by_due on activity (due_at, id);
create index activity_by_occurrence on activity (occurs_at, id);
create index activity_by_completion on activity (completed_at, id);
create index activity_by_creation on activity (created_at, id);
create index activity_by_update on activity (updated_at, id);
create index activity_search on activity using gin (search_text gin_trgm_ops);
create index activity_deleted on activity (deleted_at, id) where deleted_at is not null;
create index activity_deleted_by_id on activity (id) where deleted_at is not null;

create table activity_external_id (
	system text not null,
	external_id text not null,
	activity_id uuid not null references activity,
	primary key (system, external_id)
);

create index activity_external_id_by_activity on activity_external_id (activity_id);

-- What the timeline of a customer shows of its orders; null until the next event of an order that was received before.
alter table customer_order
	add column number text,
	add column status text,
	add column owner_id uuid,
	add column team_id uuid,
	add column deleted boolean not null default false;

create index customer_order_in_timeline on customer_order (customer_id, order_date, order_id) where not deleted;

create index support_case_in_timeline on support_case (customer_id, created_at, id) where deleted_at is null;

create index customer_merge_in_timeline on customer_merge (survivor_id, merged_at, id);
