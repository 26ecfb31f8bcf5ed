package io.kehu.platform.personal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import io.kehu.platform.access.Access;
import io.kehu.platform.history.Change;
import io.kehu.platform.history.History;
import io.kehu.platform.security.Callers;
import io.kehu.platform.security.Scope;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Shows records of one kind to callers as they may see them: with masks instead of
 * personal data, unless the permission to see it covers the record.
 *
 * @param <V> the view of a record
 */
public final class PersonalView<V extends Record> {

	private final Access access;

	private final Class<?> entity;

	private final PersonalData data;

	private final Function<V, UUID> id;

	private final @Nullable String permission;

	/**
	 * Creates the view of a kind.
	 * @param entity the entity
	 * @param permission the permission to see personal data, or null if there is none
	 * @throws IllegalStateException if there is personal data, but no permission, or the
	 * other way round
	 */
	public PersonalView(Access access, Class<?> entity, Class<V> view, Function<V, UUID> id,
			@Nullable String permission) {
		this.access = access;
		this.entity = entity;
		this.data = PersonalData.of(view);
		this.id = id;
		this.permission = permission;
		if (this.data.members().isEmpty() != (permission == null)) {
			throw new IllegalStateException(
					"%s has personal data if, and only if, its declaration names the permission to see it"
						.formatted(view.getName()));
		}
	}

	/** Returns the personal data of the views. */
	public PersonalData data() {
		return this.data;
	}

	/** Returns the records as the caller may see them. */
	public List<V> shown(List<V> views) {
		if (!masks() || views.isEmpty()) {
			return views;
		}
		Set<UUID> clear = clear(views.stream().map(this.id).toList());
		return views.stream()
			.map((view) -> clear.contains(this.id.apply(view)) ? view : this.data.masked(view))
			.toList();
	}

	/** Returns a record as the caller may see it. */
	public V shown(V view) {
		return shown(List.of(view)).get(0);
	}

	/** Returns the history of a record as the caller may see it. */
	public List<History.Entry> shown(UUID record, List<History.Entry> history) {
		return (!masks() || clear(List.of(record)).contains(record)) ? history
				: history.stream().map(this::masked).toList();
	}

	private History.Entry masked(History.Entry entry) {
		List<Change> changes = entry.changes()
			.stream()
			.map((change) -> new Change(change.field(), this.data.masked(change.field(), change.from()),
					this.data.masked(change.field(), change.to())))
			.toList();
		return new History.Entry(entry.version(), entry.at(), entry.actor(), entry.action(), changes, entry.step());
	}

	/** Masks the JSON of a record if the caller may not see it in clear. */
	public void mask(UUID record, ObjectNode json) {
		if (masks() && !clear(List.of(record)).contains(record)) {
			for (String member : this.data.members()) {
				JsonNode value = json.get(member);
				if (value != null) {
					json.set(member, this.data.masked(member, value));
				}
			}
		}
	}

	/** Returns whether the caller may see the personal data of some records only. */
	private boolean masks() {
		return this.permission != null && scope().filter(Scope.ALL::equals).isEmpty();
	}

	private Set<UUID> clear(Collection<UUID> ids) {
		return (this.permission != null && scope().isPresent())
				? this.access.personal().covered(this.entity, this.permission, ids) : Set.of();
	}

	private Optional<Scope> scope() {
		return Callers.find().flatMap((caller) -> caller.scope(Optional.ofNullable(this.permission).orElseThrow()));
	}

}
