package io.kehu.platform.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.security.Caller;
import io.kehu.platform.security.Callers;
import io.kehu.platform.security.Scope;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Translates the caller's token into a condition for queries on {@link Guarded} records.
 * Records of other types are not restricted.
 */
public final class Access {

	private static final String SHARED = "select s.record_id from record_share s where s.grantee_id = ";

	private final EntityManager entities;

	private final TransactionOperations reading;

	Access(EntityManager entities, TransactionOperations reading) {
		this.entities = entities;
		this.reading = reading;
	}

	/**
	 * Returns whether the caller's access to the records of a type is restricted.
	 */
	public boolean restricted(Class<?> type, AccessLevel level) {
		Guarded guarded = type.getAnnotation(Guarded.class);
		return guarded != null
				&& (level.scope(guarded, Callers.current()) != Scope.ALL || VisibleRecords.apply(guarded));
	}

	/**
	 * Returns the condition that selects the records to which the caller has access.
	 * @param alias the alias of the table in the query
	 */
	public Restriction restriction(Class<?> type, AccessLevel level, String alias) {
		Guarded guarded = type.getAnnotation(Guarded.class);
		return (guarded != null) ? restriction(guarded, level, alias) : Restriction.NONE;
	}

	/**
	 * Returns the condition that selects the records that a permission of the caller
	 * covers. Records that are shared with the caller count as covered.
	 * @param permission the permission, as {@code resource:action}
	 * @param alias the alias of the table in the query
	 */
	public Restriction covered(Class<?> type, String permission, String alias) {
		Scope scope = Callers.current().scope(permission).orElse(null);
		Guarded guarded = type.getAnnotation(Guarded.class);
		return (guarded != null) ? below(guarded, owned(scope, SharedFor.READING, ownersOf(guarded, alias)), alias)
				: ((scope != null) ? Restriction.NONE : Restriction.NOTHING);
	}

	/** Returns the records whose personal data the caller sees in clear. */
	public PersonalScope personal() {
		return new PersonalScope(this, this.entities);
	}

	private static Restriction restriction(Guarded guarded, AccessLevel level, String alias) {
		return below(guarded, owned(guarded, level, ownersOf(guarded, alias)), alias)
			.and(VisibleRecords.of(guarded, alias));
	}

	/** Returns the ids of the latest records that the caller may see, newest first. */
	public List<UUID> latest(Class<?> type, int most) {
		Guarded guarded = guarded(type);
		Restriction visible = restriction(guarded, AccessLevel.READ, "r");
		Query query = this.entities.createNativeQuery(
				"""
						select r.id from %s r where r.deleted_at is null and %s order by r.created_at desc, r.id desc limit %d"""
					.formatted(guarded.table(), visible.sql(), most),
				UUID.class);
		visible.parameters().forEach(query::setParameter);
		return ((List<?>) query.getResultList()).stream().map(UUID.class::cast).toList();
	}

	private static String ownersOf(Guarded guarded, String alias) {
		return guarded.parent().isEmpty() ? alias : "parent";
	}

	/** Access that is derived from a parent is a condition on the parent. */
	private static Restriction below(Guarded guarded, Restriction owners, String alias) {
		return (guarded.parent().isEmpty() || owners.unconditional()) ? owners
				: new Restriction("exists (select 1 from %s parent where parent.id = %s.%s and %s)"
					.formatted(guarded.parent(), alias, guarded.parentId(), owners.sql()), owners.parameters());
	}

	static Restriction owned(Guarded guarded, AccessLevel level, String alias) {
		return owned(level.scope(guarded, Callers.current()), SharedFor.of(level), alias);
	}

	/**
	 * Selects the ids of shared records as an array that is evaluated first, so that each
	 * alternative can use its own index. What is shared with a team is shared with
	 * callers whose scope includes their teams. Equal parameters have equal values
	 * whatever the scope, since a query can contain several conditions.
	 */
	static Restriction owned(@Nullable Scope scope, SharedFor shared, String alias) {
		if (scope == null || scope == Scope.ALL) {
			return (scope == null) ? Restriction.NOTHING : Restriction.NONE;
		}
		Caller caller = Callers.current();
		UUID user = caller.userId();
		Set<UUID> teams = (scope == Scope.TEAM) ? caller.teams() : Set.of();
		List<String> alternatives = new ArrayList<>();
		Map<String, Object> parameters = new LinkedHashMap<>();
		if (user != null) {
			alternatives.add(alias + ".owner_id = :accessUser");
			parameters.put("accessUser", user);
		}
		if (!teams.isEmpty()) {
			alternatives.add(alias + ".team_id = any(:accessTeams)");
			parameters.put("accessTeams", teams.toArray(UUID[]::new));
		}
		if (shared.sql() != null && !teams.isEmpty()) {
			Set<UUID> grantees = new LinkedHashSet<>(teams);
			Optional.ofNullable(user).ifPresent(grantees::add);
			alternatives.add(alias + ".id = any(array(" + SHARED + "any(:accessGrantees)" + shared.sql() + "))");
			parameters.put("accessGrantees", grantees.toArray(UUID[]::new));
		}
		else if (shared.sql() != null && user != null) {
			alternatives.add(alias + ".id = any(array(" + SHARED + ":accessUser" + shared.sql() + "))");
		}
		return alternatives.isEmpty() ? Restriction.NOTHING
				: new Restriction("(" + String.join(" or ", alternatives) + ")", parameters);
	}

	static Guarded guarded(Class<?> type) {
		return Objects.requireNonNull(type.getAnnotation(Guarded.class), () -> type + " is not @Guarded");
	}

	/**
	 * Returns the view of a record that exists, is not deleted and is visible to the
	 * caller, using a single query.
	 */
	public <R, V> Optional<V> read(Class<R> type, UUID id, Function<R, V> view) {
		Guarded guarded = guarded(type);
		Restriction restriction = restriction(guarded, AccessLevel.READ, "r");
		return Optional.ofNullable(this.reading.execute((transaction) -> {
			Query query = this.entities
				.createNativeQuery("select r.* from %s r where %s and r.deleted_at is null and %s"
					.formatted(guarded.table(), guarded.row(), restriction.sql()), type);
			return results(query, restriction, List.of(id)).stream()
				.map((one) -> view.apply(type.cast(one)))
				.findFirst();
		})).flatMap(Function.identity());
	}

	/**
	 * Returns which of the given records, including deleted ones, are visible to the
	 * caller or accessible at the given level, using a single query. The values of the
	 * map indicate whether access at that level is allowed.
	 */
	public Map<UUID, Boolean> reach(Class<?> type, AccessLevel level, Collection<UUID> ids) {
		return reach(type, level, ids, "true");
	}

	/** As above, excluding deleted records. */
	public Map<UUID, Boolean> reachPresent(Class<?> type, AccessLevel level, Collection<UUID> ids) {
		return reach(type, level, ids, "r.deleted_at is null");
	}

	private Map<UUID, Boolean> reach(Class<?> type, AccessLevel level, Collection<UUID> ids, String condition) {
		if (ids.isEmpty()) {
			return Map.of();
		}
		Guarded guarded = guarded(type);
		Restriction allowed = restriction(guarded, level, "r");
		Restriction visible = restriction(guarded, AccessLevel.READ, "r");
		Map<String, Object> parameters = new HashMap<>(allowed.parameters());
		parameters.putAll(visible.parameters());
		Query query = this.entities.createNativeQuery(
				"select r.id as id, coalesce(%s, false) as allowed from %s r where %s and %s and (%s or %s)"
					.formatted(allowed.sql(), guarded.table(), guarded.row(), condition, visible.sql(), allowed.sql()),
				Tuple.class);
		Map<UUID, Boolean> reached = new HashMap<>();
		results(query, new Restriction("", parameters), ids).forEach((one) -> {
			Tuple row = (Tuple) one;
			reached.put(row.get("id", UUID.class), row.get("allowed", Boolean.class));
		});
		return reached;
	}

	/**
	 * Returns which of the given parents exist, are not deleted, and give the caller
	 * access at this level to the records of a type that belong to them.
	 */
	public Set<UUID> reachParents(Class<?> type, AccessLevel level, Collection<UUID> ids) {
		if (ids.isEmpty()) {
			return Set.of();
		}
		Guarded guarded = guarded(type);
		Restriction allowed = owned(guarded, level, "r");
		Query query = this.entities
			.createNativeQuery("select r.id from %s r where r.id = any(:records) and r.deleted_at is null and %s"
				.formatted(guarded.parent(), allowed.sql()), UUID.class);
		return results(query, allowed, ids).stream().map(UUID.class::cast).collect(Collectors.toSet());
	}

	static List<?> results(Query query, Restriction restriction, Collection<UUID> ids) {
		restriction.parameters().forEach(query::setParameter);
		query.setParameter("records", ids.toArray(UUID[]::new));
		return query.getResultList();
	}

	/**
	 * Returns whether a record, even if deleted, is visible to the caller.
	 */
	public boolean visible(Class<?> type, UUID id) {
		return !restricted(type, AccessLevel.READ) || reach(type, AccessLevel.READ, List.of(id)).containsKey(id);
	}

	/** Returns whether there is such a record, which is not visible to the caller. */
	public boolean hidden(Class<?> type, UUID id) {
		return !visible(type, id) && this.entities
			.createNativeQuery("select r.id from %s r where r.id = :id".formatted(guarded(type).table()), UUID.class)
			.setParameter("id", id)
			.getResultStream()
			.findFirst()
			.isPresent();
	}

	/**
	 * Returns whether a record, even if deleted, can be the answer to a change by the
	 * caller, who may see it or change it.
	 */
	public boolean answerable(Class<?> type, UUID id) {
		return !restricted(type, AccessLevel.CHANGE) || reach(type, AccessLevel.CHANGE, List.of(id)).containsKey(id);
	}

	/**
	 * Checks the caller's access to a record that has already been read. Concurrent
	 * changes to the record are detected by its version.
	 * @param subject the name of the record type, for the error message
	 * @throws ProblemException with status 404 if the record is not visible to the
	 * caller, or 403 if access at this level is not allowed
	 */
	public void check(Class<?> type, AccessLevel level, UUID id, String subject) {
		if (restricted(type, level)) {
			require(reach(type, level, List.of(id)), id, subject);
		}
	}

	/**
	 * Checks that a record exists, is not deleted and can be accessed by the caller.
	 * @throws ProblemException with status 404 or 403
	 */
	public void checkPresent(Class<?> type, AccessLevel level, UUID id, String subject) {
		require(reachPresent(type, level, List.of(id)), id, subject);
	}

	private static void require(Map<UUID, Boolean> reached, UUID id, String subject) {
		Boolean allowed = reached.get(id);
		if (allowed == null) {
			throw ProblemException.notFound(subject, id);
		}
		if (!allowed) {
			throw forbidden();
		}
	}

	/**
	 * Returns an exception for an operation on a visible record that the caller is not
	 * allowed to perform.
	 */
	public static ProblemException forbidden() {
		return ProblemException.of(HttpStatus.FORBIDDEN, "forbidden", "Your permissions do not cover this.");
	}

}
