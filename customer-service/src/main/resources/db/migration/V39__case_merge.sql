-- A merged case is deleted and refers to its survivor.
alter table support_case add column merged_into uuid references support_case;

create index support_case_by_survivor on support_case (merged_into) where merged_into is not null;

create table case_merge (
	id uuid primary key,
	survivor_id uuid not null references support_case,
	merged_id uuid not null references support_case,
	merged_at timestamptz not null,
	merged_by text not null,
	undone_at timestamptz,
	undone_by text
);

create index case_merge_by_survivor on case_merge (survivor_id, id);

-- The comments that moved in a merge, and return when it is undone.
create table case_comment_move (
	merge_id uuid not null references case_merge,
	comment_id uuid not null references case_comment,
	primary key (merge_id, comment_id)
);
