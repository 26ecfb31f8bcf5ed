-- Something may happen to a record that is no new version of it, for example that it is shared.
alter table history add column step integer not null default 0;
alter table history drop constraint history_pkey;
alter table history add primary key (record_id, version, step);
