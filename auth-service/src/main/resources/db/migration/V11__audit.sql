-- The audit log, written in the transaction of each action.

create table audit_log (
	id uuid primary key,
	at timestamptz not null,
	actor text not null, -- a name that people recognise
	actor_id text, -- the token's subject
	action text not null, -- such as user.locked
	subject_id uuid,
	subject_version bigint,
	details jsonb not null
);

create index audit_log_by_subject on audit_log (subject_id, id) where subject_id is not null;
create index audit_log_by_actor on audit_log (actor, id);
create index audit_log_by_action on audit_log (action, id);
