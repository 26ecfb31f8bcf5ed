-- What was said about a case, to the customer or among colleagues.
create table case_comment (
	id uuid primary key,
	case_id uuid not null references support_case,
	text text not null,
	visibility text not null,
	author text not null,
	author_id uuid,
	created_at timestamptz not null
);

create index case_comment_by_case on case_comment (case_id, id);
