package io.kehu.platform.record;

import java.util.List;
import java.util.function.Function;

import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A unique field whose values can be used like external ids.
 *
 * @param <R> the entity
 * @param field the name of the field in JSON and of the list field
 * @param held returns the value of a record
 */
record Address<R>(String field, Function<R, ? extends @Nullable Object> held) {

	/**
	 * Returns the name of the system that stands for the field: the name of the field in
	 * kebab case.
	 */
	static String system(String field) {
		return RecordShape.snakeCase(field).replace('_', '-');
	}

	/** Returns whether an external id is a value of the field. */
	boolean isMeantBy(ExternalId id) {
		return id.system().equals(system(this.field));
	}

	/** Returns the value of a record as an external id, or null if it has none. */
	@Nullable ExternalId of(R record) {
		Object value = this.held.apply(record);
		return (value != null) ? new ExternalId(system(this.field), value.toString()) : null;
	}

	/**
	 * Checks that details do not contain an external id by which nobody could find them.
	 * @throws ProblemException if an external id names the system of the field
	 */
	void check(Object details) {
		List<ExternalId> ids = (details instanceof KeyedDetails<?> keyed) ? keyed.externalIds() : List.of();
		for (int i = 0; i < ids.size(); i++) {
			if (isMeantBy(ids.get(i))) {
				throw ProblemException.invalid("/%s/%d/system".formatted(KeyedDetails.MEMBER, i), "reserved",
						"stands for the field " + this.field);
			}
		}
	}

}
