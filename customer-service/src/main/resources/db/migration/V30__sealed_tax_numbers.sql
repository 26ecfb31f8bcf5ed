-- Sealed: the index of the value (20 bytes), the id of the customer (16 bytes), the encrypted value. The service seals
-- the values in clear before it accepts requests, and then drops their column.
alter table customer rename column tax_number to tax_number_clear;
alter table customer add column tax_number bytea;
alter table customer add column tax_number_index bytea
	generated always as (substring(tax_number from 1 for 20)) stored;

create index customer_by_tax_number on customer (tax_number_index) where tax_number_index is not null;

-- Events no longer contain the tax number, and neither do those that still wait.
update outbox set data = convert_to((convert_from(data, 'UTF8')::jsonb - 'taxNumber')::text, 'UTF8')
where topic = 'kehu.customers' and data is not null;
