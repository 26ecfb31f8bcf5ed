package io.kehu.customer.support;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Stores merges of cases and the comments that moved with them.
 */
@Repository
class CaseMergeStore {

	private static final String REMEMBER = """
			insert into case_comment_move (merge_id, comment_id) select ?, id from case_comment where case_id = ?""";

	private static final String MOVE = """
			update case_comment set case_id = ?
			where id in (select comment_id from case_comment_move where merge_id = ?)""";

	private final JdbcTemplate jdbc;

	CaseMergeStore(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** Makes other merges of these cases wait until the transaction ends. */
	void lock(UUID one, UUID other) {
		this.jdbc.queryForList("select id from support_case where id in (?, ?) order by id for update", UUID.class, one,
				other);
	}

	/** Stores a merge and moves the comments to the survivor. */
	void add(CaseMerge merge) {
		this.jdbc.update("""
				insert into case_merge (id, survivor_id, merged_id, merged_at, merged_by) values (?, ?, ?, ?, ?)""",
				merge.id(), merge.survivorId(), merge.mergedId(), Timestamp.from(merge.mergedAt()), merge.mergedBy());
		this.jdbc.update(REMEMBER, merge.id(), merge.mergedId());
		this.jdbc.update(MOVE, merge.survivorId(), merge.id());
	}

	/** Marks a merge as undone and moves the comments back. */
	void undo(CaseMerge merge, Instant now, String by) {
		this.jdbc.update("update case_merge set undone_at = ?, undone_by = ? where id = ?", Timestamp.from(now), by,
				merge.id());
		this.jdbc.update(MOVE, merge.mergedId(), merge.id());
	}

	/** Returns the merges into a case, newest first. */
	List<CaseMerge> findAll(UUID survivor) {
		return this.jdbc.query("select * from case_merge where survivor_id = ? order by id desc", CaseMergeStore::merge,
				survivor);
	}

	/** Returns a merge and holds it until the transaction ends. */
	Optional<CaseMerge> hold(UUID survivor, UUID id) {
		return this.jdbc
			.query("select * from case_merge where survivor_id = ? and id = ? for update", CaseMergeStore::merge,
					survivor, id)
			.stream()
			.findFirst();
	}

	private static CaseMerge merge(ResultSet row, int number) throws SQLException {
		return new CaseMerge(row.getObject("id", UUID.class), row.getObject("survivor_id", UUID.class),
				row.getObject("merged_id", UUID.class), row.getTimestamp("merged_at").toInstant(),
				row.getString("merged_by"), instant(row.getTimestamp("undone_at")), row.getString("undone_by"));
	}

	private static @Nullable Instant instant(@Nullable Timestamp time) {
		return (time != null) ? time.toInstant() : null;
	}

}
