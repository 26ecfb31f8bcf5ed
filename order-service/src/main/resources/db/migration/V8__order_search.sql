-- Searches orders by parts of their numbers.
create index orders_search on orders using gin (search_text_of(number || ' ' || coalesce(client_order_number, ''))
	gin_trgm_ops);
