-- A record without a key is known by its number in one data set, so that decisions on it say nothing about others.
alter table linkage_decision
	drop constraint linkage_decision_pkey,
	add column left_data_set uuid,
	add column right_data_set uuid,
	add constraint linkage_decision_pair unique nulls not distinct
		(left_source, left_data_set, left_key, right_source, right_data_set, right_key);
