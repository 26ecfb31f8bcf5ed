-- What customers and contacts have agreed to. Access to a consent is access to its customer.
create table consent (
	id uuid primary key,
	version bigint not null,
	customer_id uuid not null references customer,
	contact_id uuid references contact,
	purpose text not null,
	channel text not null,
	decision text not null,
	decided_at timestamptz not null,
	proof text not null,
	created_at timestamptz not null,
	updated_at timestamptz not null,
	deleted_at timestamptz
);

-- Finds the consents of a customer, also for access that is derived from it, and the decisions that count.
create index consent_by_customer on consent (customer_id, contact_id, purpose, channel, decided_at);
create index consent_by_contact on consent (contact_id, id) where contact_id is not null;
create index consent_by_purpose on consent (purpose, channel, customer_id);

-- Lists are sorted by id by default; these indexes serve the other sort keys and the deleted consents.
create index consent_by_decision on consent (decided_at, id);
create index consent_by_creation on consent (created_at, id);
create index consent_by_update on consent (updated_at, id);
create index consent_deleted on consent (deleted_at, id) where deleted_at is not null;
create index consent_deleted_by_id on consent (id) where deleted_at is not null;

create table consent_external_id (
	system text not null,
	external_id text not null,
	consent_id uuid not null references consent,
	primary key (system, external_id)
);

create index consent_external_id_by_consent on consent_external_id (consent_id);
