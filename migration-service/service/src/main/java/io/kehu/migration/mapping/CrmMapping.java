package io.kehu.migration.mapping;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * How a legacy CRM becomes records of Kehu.
 *
 * @param format the version of this form of mappings, 1
 * @param system the system in the external ids of its records
 * @param entities what becomes records, in any order
 * @param ignoredTables tables that are left behind deliberately
 */
public record CrmMapping(@Min(1) @Max(1) int format,
		@NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,49}",
				message = "must be lower-case letters, digits and hyphens") String system,
		@NotEmpty @Size(max = 50) List<@NotNull @Valid EntityMapping> entities,
		@Size(max = 2000) List<@NotNull String> ignoredTables) {

	/**
	 * Creates a mapping.
	 */
	public CrmMapping {
		entities = (entities != null) ? entities : List.of();
		ignoredTables = (ignoredTables != null) ? ignoredTables : List.of();
	}

	/** Returns an entity by its name. */
	public Optional<EntityMapping> entity(@Nullable String name) {
		return this.entities.stream().filter((entity) -> entity.name().equals(name)).findFirst();
	}

	/** Returns the system in the external ids of an entity. */
	public String systemOf(EntityMapping entity) {
		String other = entity.system();
		return (other != null) ? other : this.system;
	}

	/** Returns the entities in the order in which they depend on each other. */
	public List<EntityMapping> inOrder() {
		return this.entities.stream()
			.sorted(Comparator.comparing(EntityMapping::resource).thenComparingInt(this::depth))
			.toList();
	}

	/** A parent of the same resource comes first. */
	private int depth(EntityMapping entity) {
		return (int) entity.fields()
			.stream()
			.map(FieldMapping::reference)
			.flatMap((name) -> entity(name).stream())
			.filter((other) -> other.resource() == entity.resource() && !other.name().equals(entity.name()))
			.count();
	}

}
