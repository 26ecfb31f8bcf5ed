package io.kehu.customer.field;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.kehu.platform.access.AccessLevel;
import io.kehu.platform.record.RecordCheck;
import io.kehu.platform.record.RecordLocks;
import io.kehu.platform.record.Referable;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Prepares checks of custom fields for chunks of customers, with one query for each
 * unique field and one for all references.
 */
@Component
public class CustomFieldChecks {

	private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	private final CustomFields fields;

	private final CustomFieldHolders holders;

	private final RecordLocks locks;

	private final ObjectProvider<Referable> customers;

	CustomFieldChecks(CustomFields fields, CustomFieldHolders holders, RecordLocks locks,
			@Qualifier("customers") ObjectProvider<Referable> customers) {
		this.fields = fields;
		this.holders = holders;
		this.locks = locks;
		this.customers = customers;
	}

	/**
	 * Returns the check of a chunk.
	 * @param values returns the custom fields
	 */
	public <D> RecordCheck<D> prepare(Collection<D> chunk, Function<D, Map<String, Object>> values) {
		List<CustomFieldDetails> defined = this.fields.all();
		if (defined.isEmpty()) {
			return (candidate) -> {
			};
		}
		List<Map<String, Object>> all = chunk.stream().map(values).toList();
		UniqueValues unique = new UniqueValues();
		for (CustomFieldDetails field : defined) {
			List<Object> wanted = valuesOf(field, all);
			if (field.unique() && !wanted.isEmpty()) {
				this.locks.lock("custom-field:" + field.key());
				unique.add(field.key(), this.holders.of(field.key(), wanted));
			}
		}
		Set<UUID> known = referable(defined, all);
		CustomFieldCheck check = new CustomFieldCheck(this.fields, defined, unique, known);
		return (candidate) -> {
			D before = candidate.before();
			check.check(before == null, candidate.changes(values), candidate.id(), values.apply(candidate.details()),
					(before != null) ? values.apply(before) : Map.of());
		};
	}

	private Set<UUID> referable(List<CustomFieldDetails> defined, List<Map<String, Object>> all) {
		Set<UUID> wanted = defined.stream()
			.filter((field) -> field.type() == CustomFieldType.REFERENCE)
			.flatMap((field) -> valuesOf(field, all).stream())
			.map(Object::toString)
			.filter((id) -> ID.matcher(id).matches())
			.map(UUID::fromString)
			.collect(Collectors.toSet());
		return wanted.isEmpty() ? Set.of() : this.customers.getObject().referable(wanted, AccessLevel.READ);
	}

	private static List<Object> valuesOf(CustomFieldDetails field, List<Map<String, Object>> all) {
		return all.stream()
			.<@Nullable Object>map((one) -> one.get(field.key()))
			.filter(Objects::nonNull)
			.map(Objects::requireNonNull)
			.distinct()
			.toList();
	}

	/**
	 * The values of unique fields in a chunk: which of them other customers have, and
	 * which the chunk has used.
	 */
	static final class UniqueValues {

		private final Map<String, Map<Object, UUID>> held = new HashMap<>();

		private final Set<List<Object>> used = new HashSet<>();

		private void add(String key, Map<Object, UUID> holders) {
			this.held.put(key, holders);
		}

		/** Returns whether a customer can have a value that it did not have before. */
		boolean free(String key, Object value, @Nullable UUID customer) {
			UUID holder = this.held.getOrDefault(key, Map.of()).get(value);
			return (holder == null || holder.equals(customer)) && this.used.add(List.of(key, value));
		}

	}

}
