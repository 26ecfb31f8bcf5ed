-- Whether holders of a role must have a second factor. Administrators must: the first one of a new system logs in
-- with the password only and has to set one up before any client gets a token.

alter table roles add column second_factor_required boolean not null default false;
update roles set second_factor_required = true where name = 'administrator';
