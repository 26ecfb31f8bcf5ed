package io.kehu.customer.support;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.kehu.platform.access.Access;
import io.kehu.platform.access.AccessLevel;
import io.kehu.platform.access.Restriction;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Stores the comments on cases. Every query selects only what the caller may read.
 */
@Repository
class CommentStore {

	private static final String ADD = """
			insert into case_comment (id, case_id, text, visibility, author, author_id, created_at)
			values (?, ?, ?, ?, ?, ?, ?)""";

	private static final String FIND = """
			select m.id as id, m.case_id as "caseId", m.text as text, m.visibility as visibility, m.author as author,
			m.author_id as "authorId", m.created_at as "createdAt"
			from case_comment m join support_case c on c.id = m.case_id
			where m.case_id = :case and c.deleted_at is null and\s""";

	private final JdbcTemplate jdbc;

	private final EntityManager entities;

	private final Access access;

	CommentStore(JdbcTemplate jdbc, EntityManager entities, Access access) {
		this.jdbc = jdbc;
		this.entities = entities;
		this.access = access;
	}

	void add(CommentView comment) {
		this.jdbc.update(ADD, comment.id(), comment.caseId(), comment.text(), comment.visibility().name(),
				comment.author(), comment.authorId(), Timestamp.from(comment.createdAt()));
	}

	/** Returns a comment that the caller may read. */
	Optional<CommentView> find(UUID caseId, UUID id) {
		return find(caseId, "m.id = :id", id, 1).stream().findFirst();
	}

	/**
	 * Returns comments that the caller may read, oldest first.
	 * @param after the last comment that has been read already, or null
	 */
	List<CommentView> findAll(UUID caseId, @Nullable UUID after, int most) {
		return find(caseId, (after != null) ? "m.id > :id" : "true", after, most);
	}

	private List<CommentView> find(UUID caseId, String condition, @Nullable UUID id, int most) {
		Restriction visible = this.access.restriction(SupportCase.class, AccessLevel.READ, "c");
		Restriction changeable = this.access.restriction(SupportCase.class, AccessLevel.CHANGE, "c");
		Map<String, Object> parameters = new HashMap<>(visible.parameters());
		parameters.putAll(changeable.parameters());
		parameters.put("case", caseId);
		parameters.put("most", most);
		if (id != null) {
			parameters.put("id", id);
		}
		Query query = this.entities.createNativeQuery(FIND + visible.sql() + " and (m.visibility = 'PUBLIC' or "
				+ changeable.sql() + ") and " + condition + " order by m.id limit :most", Tuple.class);
		parameters.forEach(query::setParameter);
		return ((List<?>) query.getResultList()).stream().map((row) -> view((Tuple) row)).toList();
	}

	private static CommentView view(Tuple row) {
		return new CommentView(row.get("id", UUID.class), row.get("caseId", UUID.class), row.get("text", String.class),
				CommentVisibility.valueOf(row.get("visibility", String.class)), row.get("author", String.class),
				row.get("authorId", UUID.class), row.get("createdAt", Instant.class));
	}

}
