package io.kehu.platform.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import io.kehu.platform.access.AccessLevel;
import io.kehu.platform.access.Guarded;
import io.kehu.platform.personal.PersonalData;
import io.kehu.platform.personal.PersonalView;
import org.jspecify.annotations.Nullable;

/**
 * Declares one kind of record; {@link #build()} creates its store.
 *
 * @param <D> the client-writable fields of a record
 * @param <R> the entity
 * @param <V> the view of a record, as clients see it
 */
public final class RecordDeclaration<D, R extends DetailedRecord<D, V>, V extends Record & RecordView> {

	private final RecordStores stores;

	private final Class<R> type;

	private final BiFunction<D, Instant, R> make;

	private final RecordEvents events;

	private final RecordShape shape;

	private final RecordTable<R> table;

	private final RecordGuard<R, V> guard;

	private final RecordFields<R> fields;

	private final List<UniqueKey<D, R>> uniques = new ArrayList<>();

	private final List<ChunkCheck<D>> checks = new ArrayList<>();

	private final Map<String, Intent<? super R>> intents = new HashMap<>();

	private final List<Consumer<RecordChange>> consequences = new ArrayList<>();

	private OutsideLookup<D> lookup = OutsideLookup.none();

	private DetailsCompletion<D> completes = (details, before) -> details;

	private final Inclusions<R> inclusions = new Inclusions<>();

	private @Nullable RecordStore<D, R, V> built;

	private @Nullable RecordPermissions permissions;

	private @Nullable String grantedLike;

	private @Nullable String addressedBy;

	private @Nullable String cache;

	private @Nullable Consumer<RecordStore<D, R, V>> belonging;

	private UnaryOperator<List<V>> completion = UnaryOperator.identity();

	RecordDeclaration(RecordStores stores, Class<R> type, BiFunction<D, Instant, R> make, RecordEvents events) {
		this.stores = stores;
		this.type = type;
		this.make = make;
		this.events = events;
		this.shape = RecordShape.of(type);
		this.table = new RecordTable<>(stores.tools().entities(), type, this.shape);
		this.guard = new RecordGuard<>(stores.tools().access(), type, events.subject());
		this.fields = new RecordFields<>(this.shape.table(), stores.tools().sealing(), DetailedRecord::id,
				DetailedRecord::deletedAt);
		Guarded guarded = this.shape.guarded();
		this.permissions = (guarded != null) ? RecordPermissions.of(guarded) : null;
	}

	/**
	 * Sets the permissions of records without access rules: {@code <resource>:read} to
	 * read, {@code <resource>:write} to change and delete. Those of {@code @Guarded}
	 * records are declared with the annotation.
	 */
	public RecordDeclaration<D, R, V> permission(String resource) {
		this.permissions = new RecordPermissions(resource + ":read", resource + ":write", resource + ":write", false,
				null);
		return this;
	}

	/**
	 * Grants the permissions of these records to the built-in roles that have those of
	 * another resource, for example of {@code customer}, in the same scope. Otherwise
	 * only administrators have them, auditors for reading, and roles of the operator.
	 */
	public RecordDeclaration<D, R, V> grantedLike(String resource) {
		this.grantedLike = resource;
		return this;
	}

	/**
	 * Declares a unique field, by which lines of a bulk load find their record.
	 * @param field the name of the field in JSON and of the entity's attribute
	 * @param wanted returns the value in the details
	 * @param held returns the value of a record
	 */
	public RecordDeclaration<D, R, V> unique(String field, Function<D, ? extends @Nullable Object> wanted,
			Function<R, ? extends @Nullable Object> held) {
		return unique(new UniqueKey<>(field, wanted, held, false, null));
	}

	/** Declares a unique field as above that is set once and never changes. */
	public RecordDeclaration<D, R, V> identity(String field, Function<D, ? extends @Nullable Object> wanted,
			Function<R, ? extends @Nullable Object> held) {
		return unique(new UniqueKey<>(field, wanted, held, true, null));
	}

	/** A sealed value is found by its index. */
	private RecordDeclaration<D, R, V> unique(UniqueKey<D, R> key) {
		boolean sealed = PersonalData.of(this.shape.details()).sealedMembers().contains(key.field());
		this.uniques.add(sealed ? UniqueKey.sealed(key, this.stores.tools().sealing().index()) : key);
		return this;
	}

	/**
	 * Accepts the values of a unique field, which is also a field of the list, as
	 * external ids of a system with the name of the field in kebab case.
	 */
	public RecordDeclaration<D, R, V> addressedBy(String field) {
		this.addressedBy = field;
		return this;
	}

	/** Declares a reference to records that the caller must be able to read. */
	public RecordDeclaration<D, R, V> references(String field, Function<D, @Nullable UUID> id, Referable target) {
		this.inclusions.add(field, (record) -> id.apply(record.details()), () -> target);
		return checkChunk(new ReferenceCheck<>(field, id, target, AccessLevel.READ));
	}

	/**
	 * Declares the reference to the parent from which access is derived, as named by the
	 * {@code @Guarded} annotation. A caller needs access to the parent in order to read
	 * it, and the scope of the permission to write in order to add records to it. The
	 * permissions are granted like those of the parent. The records are
	 * {@linkplain RecordStore#dependants() dependants} of the parent.
	 */
	public RecordDeclaration<D, R, V> accessFrom(String field, Function<D, @Nullable UUID> id, Referable parent) {
		references(field, id, parent);
		if (parent instanceof RecordStore<?, ?, ?> store) {
			this.grantedLike = store.permissions().resource();
			this.belonging = (child) -> store.add(new Dependants<>(child, this.table, field, id));
		}
		return checkChunk(new ParentScopeCheck<>(this.stores.tools().access(), this.type, id));
	}

	/**
	 * Declares an optional parent among the records of the same kind, to which the caller
	 * must have access. The parents never form a cycle.
	 */
	public RecordDeclaration<D, R, V> hierarchy(String field, Function<D, @Nullable UUID> parent) {
		this.inclusions.add(field, (record) -> parent.apply(record.details()),
				() -> Objects.requireNonNull(this.built));
		return checkChunk(new HierarchyCheck<>(field, parent, this.table, this.guard, this.stores.tools().locks()));
	}

	/** Declares the fields with the first and the last day of a period. */
	public RecordDeclaration<D, R, V> period(String from, Function<D, @Nullable LocalDate> first, String to,
			Function<D, @Nullable LocalDate> last) {
		return check(new PeriodCheck<>(from, first, to, last));
	}

	/**
	 * Declares what is looked up in another service before the transaction of a change
	 * begins, for a check to use.
	 * @param begin looks up ids, and returns what forgets the result
	 */
	public RecordDeclaration<D, R, V> lookedUp(String field, Function<D, @Nullable UUID> id,
			Function<Set<UUID>, Runnable> begin) {
		this.lookup = new OutsideLookup<>(field, id, begin);
		return this;
	}

	/**
	 * Declares what fills in details before they are checked and stored. It is called for
	 * each record, also for each line of a bulk load.
	 */
	public RecordDeclaration<D, R, V> completing(DetailsCompletion<D> completing) {
		this.completes = completing;
		return this;
	}

	/** Adds a check of each record, after those of its keys. */
	public RecordDeclaration<D, R, V> check(RecordCheck<D> check) {
		return checkChunk((chunk) -> check);
	}

	/** Adds a check that is prepared once for each chunk, with constant cost. */
	public RecordDeclaration<D, R, V> checkChunk(ChunkCheck<D> check) {
		this.checks.add(check);
		return this;
	}

	/**
	 * Declares an intent, for controllers to refer to by its name, since they must not
	 * depend on the entity.
	 */
	public RecordDeclaration<D, R, V> intent(String name, Intent<? super R> intent) {
		this.intents.put(name, intent);
		return this;
	}

	/**
	 * Adds a consequence of each change, which runs in its transaction after the change
	 * has been stored, and can refuse the change by throwing an exception.
	 */
	public RecordDeclaration<D, R, V> entails(Consumer<RecordChange> consequence) {
		this.consequences.add(consequence);
		return this;
	}

	/** Declares the fields of lists and exports. */
	public RecordDeclaration<D, R, V> fields(Consumer<RecordFields<R>> declaration) {
		declaration.accept(this.fields);
		return this;
	}

	/** Completes the views of a page with values that are stored elsewhere. */
	public RecordDeclaration<D, R, V> completed(UnaryOperator<List<V>> completion) {
		this.completion = completion;
		return this;
	}

	/** Caches records by id, in a cache with this name. */
	public RecordDeclaration<D, R, V> cached(String name) {
		this.cache = name;
		return this;
	}

	/**
	 * Creates the store.
	 * @throws IllegalStateException if the declaration is incomplete
	 */
	public RecordStore<D, R, V> build() {
		if (this.permissions == null) {
			throw new IllegalStateException(this.type.getName() + " needs permissions or must be @Guarded");
		}
		UniqueKey<D, R> addressed = addressed();
		Address<R> address = (addressed != null) ? new Address<>(addressed.field(), addressed.held()) : null;
		if (address != null) {
			check((candidate) -> address.check(candidate.details()));
		}
		this.stores.tools().journal().publishes(this.events.topic());
		RecordKind<D, R, V> kind = new RecordKind<>(this.type, this.shape, this.make, this.events,
				this.permissions.like(this.grantedLike), List.copyOf(this.uniques), addressed, List.copyOf(this.checks),
				Map.copyOf(this.intents), List.copyOf(this.consequences), this.lookup, this.completes);
		Guarded guarded = this.type.getAnnotation(Guarded.class);
		String personal = (guarded != null && !guarded.personal().isEmpty()) ? guarded.personal() : null;
		PersonalView<V> shown = new PersonalView<>(this.stores.tools().access(), this.type, kind.view(), RecordView::id,
				personal);
		this.fields.personal(shown.data(), personal);
		RecordReading<R, V> reading = this.stores.readings()
			.of(this.type, this.fields.complete(this.shape, StoredRecord::createdAt, StoredRecord::updatedAt),
					this.events.subject(), new RecordReading.Showing<>(kind.view(), this.completion, shown),
					this.inclusions, address);
		this.stores.tools().sealing().history(this.events.subject(), kind.view());
		RecordStore<D, R, V> store = new RecordStore<>(kind, this.stores.tools(), this.table, this.guard, reading,
				(this.cache != null)
						? this.stores.caches().create(this.cache, kind.view(), this.stores.tools().sealing().entries())
						: null);
		this.built = store;
		this.stores.republish(new RecordStates<>(this.events, this.table));
		if (this.belonging != null) {
			this.belonging.accept(store);
		}
		return store;
	}

	private @Nullable UniqueKey<D, R> addressed() {
		UniqueKey<D, R> addressed = this.uniques.stream()
			.filter((key) -> key.field().equals(this.addressedBy) && key.index() == null)
			.findFirst()
			.orElse(null);
		if (this.addressedBy != null && addressed == null) {
			throw new IllegalStateException(
					this.addressedBy + " is not a unique field in clear of " + this.type.getName());
		}
		return addressed;
	}

}
