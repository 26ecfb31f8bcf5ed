-- Whether whoever holds the role must have a second factor. Administrators must: the first one of a new system logs in
-- with the password alone, and is led to set one up before any program gets a token.

alter table roles add column second_factor_required boolean not null default false;
update roles set second_factor_required = true where name = 'administrator';
