-- What has no trigrams: characters of Chinese, Japanese and Korean names, their pinyin, and the ends of phone numbers.
alter table customer add column search_terms text[] not null default '{}';
alter table contact add column search_terms text[] not null default '{}';
alter table lead add column search_terms text[] not null default '{}';

create index customer_by_terms on customer using gin (search_terms) with (gin_pending_list_limit = 16384);
create index contact_by_terms on contact using gin (search_terms);
create index lead_by_terms on lead using gin (search_terms);
create index customer_external_id_by_id on customer_external_id (external_id);
create index contact_external_id_by_id on contact_external_id (external_id);
create index lead_external_id_by_id on lead_external_id (external_id);
create index support_case_external_id_by_id on support_case_external_id (external_id);
