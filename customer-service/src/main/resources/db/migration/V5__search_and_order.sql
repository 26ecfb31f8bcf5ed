alter table customer alter column search_text set expression as
	(search_text_of(name || ' ' || jsonb_path_query_array(emails, '$[*].address')::text));

-- Without case, so that filters find an e-mail address or a city however it is written.
alter table customer alter column contact_values set expression as
	(lower((jsonb_path_query_array(emails, '$[*].address') || jsonb_path_query_array(phones, '$[*].number')
		|| jsonb_path_query_array(addresses, '$[*].city') || jsonb_path_query_array(addresses, '$[*].postalCode')
		|| jsonb_path_query_array(addresses, '$[*].country') || tags)::text)::jsonb);

drop index customer_by_name;
create index customer_by_name on customer (name collate "und-x-icu", id);
