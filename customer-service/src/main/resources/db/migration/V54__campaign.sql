create table campaign (
	id uuid primary key,
	version bigint not null,
	code text not null unique,
	name text not null,
	description text,
	purpose text not null,
	budget numeric,
	budget_currency text,
	segment_ids jsonb not null,
	excluded_segment_ids jsonb not null,
	unsubscribe_label text not null,
	steps jsonb not null,
	status text not null,
	started_at timestamptz,
	ended_at timestamptz,
	created_at timestamptz not null,
	updated_at timestamptz not null,
	deleted_at timestamptz
);

create index campaign_by_name on campaign (name collate "und-x-icu", id);
create index campaign_by_purpose on campaign (purpose, id);
create index campaign_by_start on campaign (started_at, id);
create index campaign_by_creation on campaign (created_at, id);
create index campaign_by_update on campaign (updated_at, id);

-- One e-mail to each address by each step of a campaign. The only personal data is the address.
create table campaign_message (
	id uuid primary key,
	campaign_id uuid not null,
	step integer not null,
	customer_id uuid not null,
	contact_id uuid,
	address text,
	status text not null,
	reason text,
	due_at timestamptz not null,
	queued_at timestamptz not null,
	attempts integer not null,
	claimed_at timestamptz,
	-- The contact or the customer, once it is claimed
	person_id uuid,
	sent_at timestamptz,
	opened_at timestamptz,
	clicked_at timestamptz,
	bounced_at timestamptz,
	opted_out_at timestamptz,
	unique (campaign_id, step, address),
	unique (campaign_id, step, person_id)
);

create index campaign_message_by_campaign on campaign_message (campaign_id, status, id);
create index campaign_message_by_id on campaign_message (campaign_id, id);
create index campaign_message_by_customer on campaign_message (customer_id, sent_at, id);
create index campaign_message_due on campaign_message (due_at, id) where status = 'QUEUED';
create index campaign_message_claimed on campaign_message (claimed_at) where status = 'SENDING';
create index campaign_message_bounced on campaign_message (address) where status = 'BOUNCED';

-- Which e-mails a merge has moved to the survivor.
create table campaign_message_move (
	message_id uuid not null,
	from_customer uuid not null,
	to_customer uuid not null,
	primary key (message_id, from_customer)
);

create index campaign_message_move_by_customer on campaign_message_move (from_customer);

-- The campaign that an order resulted from.
alter table customer_order add column campaign_code text;

create index customer_order_by_campaign on customer_order (campaign_code) where campaign_code is not null;
