package io.kehu.customer.field;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.kehu.platform.money.Money;
import io.kehu.platform.problem.InvalidFieldException;
import org.jspecify.annotations.Nullable;

/**
 * The types of custom fields.
 */
enum CustomFieldType {

	TEXT, NUMBER, BOOLEAN, MONEY, DATE, CHOICE, MULTI_CHOICE, REFERENCE;

	private static final String UUID_SHAPE = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

	/**
	 * Returns what a value must be, or null if it is valid.
	 * @param value the value as it was read from JSON, not null
	 */
	@Nullable String problem(Object value, CustomFieldDetails field) {
		return switch (this) {
			case TEXT ->
				(value instanceof String text && field.allowsLength(text)) ? null : "must be a text" + field.lengths();
			case NUMBER -> (value instanceof Number number && field.allows(new BigDecimal(number.toString()))) ? null
					: "must be a number" + field.range();
			case BOOLEAN -> (value instanceof Boolean) ? null : "must be true or false";
			case MONEY -> money(value, field);
			case DATE -> isDate(value) ? null : "must be a day, such as 2026-01-31";
			case CHOICE -> (value instanceof String choice && field.choices().contains(choice)) ? null
					: "must be one of " + field.choices();
			case MULTI_CHOICE -> areChoices(value, field) ? null : "must list different ones of " + field.choices();
			case REFERENCE -> (value instanceof String id && id.matches(UUID_SHAPE)) ? null : "must be a UUID";
		};
	}

	private static @Nullable String money(Object value, CustomFieldDetails field) {
		String expected = "must be an amount with a currency, such as {\"amount\": \"12.30\", \"currency\": \"EUR\"}"
				+ field.range();
		if (!(value instanceof Map<?, ?> members) || !members.keySet().equals(Set.of("amount", "currency"))
				|| !(members.get("amount") instanceof String amount)
				|| !(members.get("currency") instanceof String currency)) {
			return expected;
		}
		try {
			return field.allows(new Money(amount, currency).decimal()) ? null : expected;
		}
		catch (InvalidFieldException ex) {
			return expected;
		}
	}

	private static boolean isDate(Object value) {
		try {
			return value instanceof String text && text.length() == 10 && LocalDate.parse(text).getYear() > 0;
		}
		catch (DateTimeParseException ex) {
			return false;
		}
	}

	private static boolean areChoices(Object value, CustomFieldDetails field) {
		return value instanceof List<?> list && new HashSet<>(list).size() == list.size()
				&& list.stream().allMatch((one) -> one instanceof String choice && field.choices().contains(choice));
	}

	/** Returns whether values are chosen from a list. */
	boolean hasChoices() {
		return this == CHOICE || this == MULTI_CHOICE;
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
