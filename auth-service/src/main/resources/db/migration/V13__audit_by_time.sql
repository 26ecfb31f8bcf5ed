-- The audit log is mostly read from its end.

create index audit_log_by_time on audit_log (at, id);
