-- Orders are searched by the names of their customers.
alter table customer_replica add column search_text text not null generated always as (search_text_of(name)) stored;

create index customer_replica_search on customer_replica using gin (search_text gin_trgm_ops);
