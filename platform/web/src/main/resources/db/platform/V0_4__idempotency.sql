-- Answers to requests that carried an Idempotency-Key, written in the transaction of their effect.
create table idempotent_answer (
	caller text not null,
	key text not null,
	fingerprint text not null,
	status integer not null,
	headers jsonb not null,
	body text not null,
	created_at timestamptz not null,
	primary key (caller, key)
);

create index idempotent_answer_age on idempotent_answer (created_at);
