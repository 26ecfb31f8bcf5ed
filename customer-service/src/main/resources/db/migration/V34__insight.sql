-- One calculation of all figures. The one that was completed last is the one whose figures are answered.
create table insight_fit (
	id uuid primary key,
	status text not null check (status in ('queued', 'running', 'completed', 'failed')),
	data_day date not null,
	night date unique,
	requested_at timestamptz not null,
	started_at timestamptz,
	finished_at timestamptz,
	attempts integer not null default 0,
	last_customer uuid,
	scored bigint not null default 0,
	report jsonb,
	error text
);

-- Requests share the fit that has not started yet.
create unique index insight_fit_queued on insight_fit (status) where status = 'queued';

create index insight_fit_unfinished on insight_fit (requested_at) where status in ('queued', 'running');

create index insight_fit_completed on insight_fit (finished_at) where status = 'completed';

-- Written in the order of the key, and deleted as a whole when a later fit is completed.
create table customer_insight (
	fit_id uuid not null,
	customer_id uuid not null,
	purchases integer not null,
	first_day date not null,
	last_day date not null,
	orders integer not null,
	orders_elsewhere integer not null,
	spent double precision not null,
	valued_repeats integer not null,
	repeat_spent double precision not null,
	recent integer not null,
	earlier integer not null,
	recency smallint,
	frequency smallint,
	money smallint,
	segment text,
	probability_alive double precision,
	expected_purchases double precision,
	discounted_purchases double precision,
	expected_value double precision,
	primary key (fit_id, customer_id)
);
