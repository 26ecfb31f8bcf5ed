-- Finds customers by the values of their custom fields.
create index customer_by_custom_fields on customer using gin (custom_fields jsonb_path_ops)
	with (gin_pending_list_limit = 16384);
