package io.kehu.platform.record;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

import io.kehu.platform.access.Guarded;
import io.kehu.platform.access.Owned;
import jakarta.persistence.Table;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;

/**
 * What the classes of a kind of record say about it: its table, and whether it has owners
 * and external ids.
 *
 * @param details the type of the client-writable fields
 * @param view the type of the view
 * @param table the table of the entity
 * @param guarded the access rules of the entity, or null
 * @param keys the table of the external ids, or null if there are none
 * @param mostKeys how many external ids a record can have
 */
record RecordShape(Class<?> details, Class<?> view, String table, @Nullable Guarded guarded,
		@Nullable ExternalIdTable keys, int mostKeys) {

	/**
	 * Reads the shape of an entity.
	 * @throws IllegalStateException if the entity, its details and its annotations
	 * contradict each other
	 */
	static RecordShape of(Class<?> entity) {
		ResolvableType type = ResolvableType.forClass(entity).as(DetailedRecord.class);
		Class<?> details = Objects.requireNonNull(type.resolveGeneric(0));
		Class<?> view = Objects.requireNonNull(type.resolveGeneric(1));
		Table table = entity.getAnnotation(Table.class);
		Guarded guarded = entity.getAnnotation(Guarded.class);
		boolean keyed = agree(entity, Keyed.class.isAssignableFrom(entity), "implements Keyed",
				KeyedDetails.class.isAssignableFrom(details), "KeyedDetails");
		RecordShape shape = new RecordShape(details, view,
				(table != null && !table.name().isEmpty()) ? table.name() : snakeCase(entity.getSimpleName()), guarded,
				keyed ? ExternalIdTable.of(entity) : null, keyed ? mostKeys(details) : 0);
		agree(entity, shape.owned(), "is @Guarded by its own owner", Owned.class.isAssignableFrom(details), "Owned");
		return shape;
	}

	private static boolean agree(Class<?> entity, boolean one, String what, boolean other, String details) {
		if (one != other) {
			throw new IllegalStateException(
					"%s %s only if its details are %s".formatted(entity.getName(), what, details));
		}
		return one;
	}

	/** External ids are also added by the kit, which then obeys the same constraint. */
	private static int mostKeys(Class<?> details) {
		return Arrays.stream(details.getRecordComponents())
			.filter((component) -> component.getName().equals(KeyedDetails.MEMBER))
			.map((component) -> component.getAccessor().getAnnotation(Size.class))
			.filter(Objects::nonNull)
			.findFirst()
			.map(Size::max)
			.orElseThrow(() -> new IllegalStateException(
					"%s needs a @Size of %s".formatted(details.getName(), KeyedDetails.MEMBER)));
	}

	/**
	 * Returns whether the records have owners, unlike those guarded by a parent alone.
	 */
	boolean owned() {
		return this.guarded != null && (this.guarded.parent().isEmpty() || this.guarded.visibleTo().length > 0);
	}

	static String snakeCase(String name) {
		return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
	}

}
