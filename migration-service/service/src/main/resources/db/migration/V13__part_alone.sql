-- An instance works on one such part at a time, since it holds rows of all partitions in memory.
alter table migration_part add column alone boolean not null default false;
