package io.kehu.migration.live;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.kehu.migration.table.MissingWords;
import org.jspecify.annotations.Nullable;

/**
 * The values of a merged row by the fields of customers. A customer has several e-mail
 * addresses and phone numbers, so that those of further columns, and of the records that
 * were merged, are kept.
 */
final class RowValues {

	private static final Set<CustomerField> LISTS = Set.of(CustomerField.EMAIL, CustomerField.PHONE);

	private final Map<CustomerField, String> values = new EnumMap<>(CustomerField.class);

	private final Map<CustomerField, Set<String>> more = new EnumMap<>(CustomerField.class);

	private final List<String> unused = new ArrayList<>();

	/**
	 * Adds the value of a column. Where several columns map to the same field, the first
	 * one counts.
	 */
	void add(CustomerField field, String column, String text) {
		String value = text.strip();
		String present = this.values.putIfAbsent(field, value);
		if (present == null || present.equals(value)) {
			return;
		}
		if (!addMore(field, value)) {
			this.unused
				.add("its %s (%s) is not used, since another column gives the %s".formatted(column, value, field));
		}
	}

	/** Adds a value of a merged record that did not survive, if the field is a list. */
	boolean addMore(CustomerField field, @Nullable String text) {
		if (!LISTS.contains(field)) {
			return false;
		}
		if (text != null && isUsable(field, text.strip())) {
			this.more.computeIfAbsent(field, (absent) -> new LinkedHashSet<>()).add(text.strip());
		}
		return true;
	}

	private static boolean isUsable(CustomerField field, String value) {
		boolean written = (field == CustomerField.EMAIL) ? value.indexOf('@') > 0
				: value.chars().anyMatch(Character::isDigit);
		return written && !MissingWords.contains(value);
	}

	Map<CustomerField, String> values() {
		return this.values;
	}

	/** Returns further values of fields that are lists. */
	Map<CustomerField, Set<String>> more() {
		return this.more;
	}

	/** Returns remarks on values that are not used. */
	List<String> unused() {
		return this.unused;
	}

}
