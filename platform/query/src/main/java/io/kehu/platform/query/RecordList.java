package io.kehu.platform.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.kehu.platform.access.Access;
import io.kehu.platform.access.AccessLevel;
import io.kehu.platform.access.Guarded;
import io.kehu.platform.access.Restriction;
import io.kehu.platform.access.Withdrawals;
import io.kehu.platform.problem.ProblemException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import org.jspecify.annotations.Nullable;

/**
 * Executes list requests on an entity, each with one SQL statement per page.
 */
public final class RecordList<T> {

	private static final int EXPORT_PAGE = 500;

	private final EntityManager entities;

	private final Class<T> type;

	private final ListFields<T> fields;

	private final Cursors cursors;

	private final Access access;

	RecordList(EntityManager entities, Class<T> type, ListFields<T> fields, Cursors cursors, Access access) {
		this.entities = entities;
		this.type = type;
		this.fields = fields;
		this.cursors = cursors;
		this.access = access;
	}

	/**
	 * Returns the requested page.
	 * @throws ProblemException if a field, an operator, a value or the cursor is not
	 * valid
	 */
	public Page<T> page(ListRequest request) {
		ListQuery<T> query = ListQuery.parse(request, this.fields);
		Long total = query.count() ? count(query) : null;
		List<@Nullable Object> after = (query.cursor() == null) ? null : this.cursors.read(query.cursor(),
				query.fingerprint(), query.keys().stream().map((key) -> key.field().type()).toList());
		List<T> found = fetch(query, after, query.limit() + 1);
		boolean more = found.size() > query.limit();
		List<T> items = more ? found.subList(0, query.limit()) : found;
		String next = more ? this.cursors.write(position(query, items.get(items.size() - 1)), query.fingerprint())
				: null;
		return new Page<>(items, next, total);
	}

	/**
	 * Passes all matching records to the action, page by page and without holding more
	 * than one page in memory. The records are detached after each page.
	 * @throws ProblemException if the request is one for a page
	 */
	public void forEachPage(ListRequest request, Consumer<List<T>> action) {
		ListQuery<T> query = ListQuery.parse(request, this.fields);
		query.checkUnpaged();
		List<@Nullable Object> after = null;
		List<T> found;
		do {
			found = fetch(query, after, EXPORT_PAGE);
			action.accept(found);
			if (!found.isEmpty()) {
				after = position(query, found.get(found.size() - 1));
			}
			this.entities.clear();
		}
		while (found.size() == EXPORT_PAGE);
	}

	/**
	 * Returns those of the records with these ids that the caller may see, including
	 * deleted ones, using a single query. The records are detached.
	 */
	public <V> List<V> find(Collection<UUID> ids, Function<List<T>, List<V>> views) {
		List<T> found = ids.isEmpty() ? List.of() : findVisible(ids);
		List<V> shown = views.apply(found);
		this.entities.clear();
		return shown;
	}

	@SuppressWarnings("unchecked")
	private List<T> findVisible(Collection<UUID> ids) {
		Guarded guarded = this.type.getAnnotation(Guarded.class);
		String from = (guarded != null) ? guarded.table() + " r" : this.fields.from();
		String alias = from.substring(from.indexOf(' ') + 1);
		String row = (guarded != null) ? guarded.row() : alias + ".id = any(:records)";
		Restriction visible = this.access.restriction(this.type, AccessLevel.READ, alias);
		Query query = this.entities.createNativeQuery(
				"select %s.* from %s where %s and %s".formatted(alias, from, row, visible.sql()), this.type);
		visible.parameters().forEach(query::setParameter);
		query.setParameter("records", ids.toArray(UUID[]::new));
		return query.getResultList();
	}

	/**
	 * Returns the number of matching records that are visible to the caller.
	 * @throws ProblemException as above
	 */
	public long count(ListRequest request) {
		return count(ListQuery.parse(request, this.fields));
	}

	/**
	 * Returns the condition of matching records, regardless of access. Since its outcome
	 * can be shown to callers that see masks, it cannot depend on personal data.
	 * @throws ProblemException as above, or if a filter is by personal data
	 */
	public Restriction matching(ListRequest request) {
		Sql condition = ListQuery.parse(request, this.fields)
			.condition(this.fields, PersonalFields.shared(this.access, this.type));
		return new Restriction(condition.toString(), condition.parameters());
	}

	/**
	 * Returns the condition that selects the entries of the history, with the alias
	 * {@code h}, by which the caller lost access to a record.
	 */
	public Restriction withdrawn() {
		return Withdrawals.of(this.type, "h");
	}

	/** Returns whether the caller's access to the records is restricted. */
	public boolean restricted() {
		return this.access.restricted(this.type, AccessLevel.READ);
	}

	/**
	 * Returns whether the list can be filtered by a field.
	 */
	public boolean hasFilter(String field) {
		return this.fields.find(field) != null;
	}

	/** Returns the declared fields. */
	ListFields<T> fields() {
		return this.fields;
	}

	private long count(ListQuery<T> query) {
		Sql condition = condition(query);
		Query count = this.entities
			.createNativeQuery("select count(*) from " + this.fields.from() + " where " + condition, Long.class);
		condition.parameters().forEach(count::setParameter);
		return (Long) count.getSingleResult();
	}

	/**
	 * Returns the condition of the request, restricted to records that are visible to the
	 * caller.
	 */
	private Sql condition(ListQuery<T> query) {
		return query.condition(this.fields, new PersonalFields(this.access, this.type, alias()))
			.and(this.access.restriction(this.type, AccessLevel.READ, alias()));
	}

	private String alias() {
		return this.fields.from().substring(this.fields.from().indexOf(' ') + 1);
	}

	/**
	 * Returns whether a record, even if deleted, is visible to the caller.
	 */
	public boolean visible(UUID id) {
		return this.access.visible(this.type, id);
	}

	/**
	 * Returns whether a record, even if deleted, can be the answer to a change by the
	 * caller.
	 */
	public boolean answerable(UUID id) {
		return this.access.answerable(this.type, id);
	}

	@SuppressWarnings("unchecked")
	private List<T> fetch(ListQuery<T> query, @Nullable List<@Nullable Object> after, int limit) {
		Sql condition = condition(query);
		if (after != null) {
			Keyset.after(condition, query.keys(), after);
		}
		String order = query.keys().stream().map(SortKey::orderBy).collect(Collectors.joining(", "));
		Query select = this.entities.createNativeQuery("select " + alias() + ".* from " + this.fields.from() + " where "
				+ condition + " order by " + order + " limit " + limit, this.type);
		condition.parameters().forEach(select::setParameter);
		return select.getResultList();
	}

	private List<@Nullable Object> position(ListQuery<T> query, T last) {
		List<@Nullable Object> values = new ArrayList<>();
		query.keys().forEach((key) -> values.add(Objects.requireNonNull(key.field().value()).apply(last)));
		return values;
	}

}
