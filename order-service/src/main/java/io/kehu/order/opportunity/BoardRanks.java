package io.kehu.order.opportunity;

import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Finds places on the board. Closed and deleted opportunities keep theirs.
 */
@Component
class BoardRanks {

	private static final String STAGE = " from opportunity where pipeline_id = ? and stage = ? and id <> ? and rank ";

	private final JdbcTemplate jdbc;

	BoardRanks(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** Returns a place after all others of any stage. */
	String last() {
		return Rank
			.of(Objects.requireNonNull(this.jdbc.queryForObject("select nextval('opportunity_rank')", Long.class)));
	}

	/**
	 * Returns a place directly after another.
	 * @param moved the opportunity that moves, which is ignored
	 */
	String after(String rank, UUID pipeline, String stage, UUID moved) {
		String next = find("select min(rank)" + STAGE + "> ?", rank, pipeline, stage, moved);
		return (next != null) ? Rank.between(rank, next) : last();
	}

	/** Returns a place directly before another, as above. */
	String before(String rank, UUID pipeline, String stage, UUID moved) {
		return Rank.between(find("select max(rank)" + STAGE + "< ?", rank, pipeline, stage, moved), rank);
	}

	private @Nullable String find(String query, String rank, UUID pipeline, String stage, UUID moved) {
		return this.jdbc.queryForList(query, String.class, pipeline, stage, moved, rank)
			.stream()
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

}
