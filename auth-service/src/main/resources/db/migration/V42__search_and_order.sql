alter table users alter column search_text set expression as
	(search_text_of(username || ' ' || display_name || ' ' || coalesce(email, '')));

drop index users_by_display_name;
create index users_by_display_name on users (display_name collate "und-x-icu", id);
