-- The users of auth-service whom cases can be assigned to, by their teams.
create table support_agent (
	user_id uuid primary key,
	version bigint not null,
	available boolean not null,
	team_ids uuid[] not null
);

create index support_agent_by_team on support_agent using gin (team_ids);
