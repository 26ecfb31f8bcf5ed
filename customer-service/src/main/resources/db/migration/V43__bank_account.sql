-- The bank accounts of a customer, sealed as one text like a tax number, and the index of each of them in hexadecimal.
alter table customer add column bank_accounts bytea;
alter table customer add column bank_account_index text[] not null default '{}';

create index customer_by_bank_account on customer using gin (bank_account_index) where bank_accounts is not null;
