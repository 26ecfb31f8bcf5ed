-- The history is also the feed of all changes to one kind of record. Transactions commit in another order than they
-- begin in, so a reader only takes the entries of transactions that are older than all that are still running.
alter table history add column kind text not null default '';
alter table history alter column kind drop default;
alter table history add column tx xid8 not null default pg_current_xact_id();

create index history_by_change on history (kind, tx, record_id, version, step);
