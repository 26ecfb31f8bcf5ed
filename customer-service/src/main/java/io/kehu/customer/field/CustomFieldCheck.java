package io.kehu.customer.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.kehu.customer.field.CustomFieldChecks.UniqueValues;
import io.kehu.platform.problem.FieldError;
import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Checks the custom fields of a customer. Those that do not change are not checked again,
 * so that a definition that was added later does not get in the way of other changes.
 *
 * @param known the customers that references can name
 */
record CustomFieldCheck(CustomFields fields, List<CustomFieldDetails> defined, UniqueValues unique, Set<UUID> known) {

	/**
	 * Checks the values.
	 * @param created whether the customer is new
	 * @param changes whether any of its custom fields change
	 * @throws ProblemException 400 or 409, with all fields that cannot be stored
	 */
	void check(boolean created, boolean changes, @Nullable UUID id, Map<String, Object> given,
			Map<String, Object> before) {
		if (!changes) {
			return;
		}
		Map<String, Object> values = created ? this.fields.withDefaults(given) : given;
		List<FieldError> errors = new ArrayList<>();
		List<FieldError> conflicts = new ArrayList<>();
		for (CustomFieldDetails field : this.defined) {
			String pointer = "/customFields/" + field.key();
			Object value = values.get(field.key());
			if (value == null) {
				if (field.required()) {
					errors.add(FieldError.at(pointer, "required", field.label() + " is required"));
				}
				continue;
			}
			String problem = problem(field, value);
			if (problem != null) {
				errors.add(FieldError.at(pointer, "invalid_value", problem));
			}
			else if (field.unique() && !value.equals(before.get(field.key()))
					&& !this.unique.free(field.key(), value, id)) {
				conflicts.add(FieldError.at(pointer, "conflict", "belongs to another customer"));
			}
		}
		if (!errors.isEmpty()) {
			throw ProblemException.invalid(errors);
		}
		if (!conflicts.isEmpty()) {
			throw ProblemException.conflict("A custom field belongs to another customer.", conflicts);
		}
	}

	private @Nullable String problem(CustomFieldDetails field, Object value) {
		String problem = field.type().problem(value, field);
		boolean unknown = problem == null && field.type() == CustomFieldType.REFERENCE
				&& !this.known.contains(UUID.fromString(value.toString()));
		return unknown ? "there is no customer with this id" : problem;
	}

}
