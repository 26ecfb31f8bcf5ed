package io.kehu.customer.field;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import io.kehu.platform.json.PlainNumbers;
import io.kehu.platform.json.Texts;
import io.kehu.platform.problem.ProblemException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The client-writable fields of the definition of a custom field of customers.
 *
 * @param key its name among the custom fields; never changes
 * @param label how people call it
 * @param type never changes
 * @param required whether new customers, and those whose custom fields change, must have
 * a value
 * @param unique whether no two customers have the same value
 * @param choices the values of a choice or multi-choice
 * @param minimum the least number or amount, or null
 * @param maximum the largest number or amount, or null
 * @param minLength the least length of a text
 * @param maxLength the largest length of a text
 * @param defaultValue the value of new customers without one, or null
 * @param position the place among the fields
 */
record CustomFieldDetails(@NotNull @Pattern(regexp = "[A-Za-z][A-Za-z0-9_]{0,49}") String key,
		@NotBlank @Size(max = 100) String label, @NotNull CustomFieldType type, boolean required, boolean unique,
		@Size(max = 200) List<@NotBlank @Size(max = 100) String> choices, @Nullable BigDecimal minimum,
		@Nullable BigDecimal maximum, @Min(0) @Max(1000) int minLength, @Nullable @Min(1) @Max(1000) Integer maxLength,
		@Nullable Object defaultValue, @Min(0) @Max(10_000) int position) {

	private static final int LONGEST = 1000;

	CustomFieldDetails {
		label = Texts.visible(label);
		choices = (choices != null) ? choices : List.of();
		minimum = plain(minimum);
		maximum = plain(maximum);
		defaultValue = (defaultValue != null) ? PlainNumbers.of(Map.of("", defaultValue)).get("") : null;
	}

	/** Equal numbers are the same when they are read back. */
	private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
		return (number != null) ? new BigDecimal(number.stripTrailingZeros().toPlainString()) : null;
	}

	/**
	 * Checks that the members fit the type and each other.
	 * @throws ProblemException 400 if not
	 */
	void check() {
		refuse(this.type.hasChoices() == this.choices.isEmpty(), "/choices",
				this.type.hasChoices() ? "are required for this type" : "are for a choice or multi_choice only");
		refuse(new HashSet<>(this.choices).size() < this.choices.size(), "/choices", "must be different");
		refuse(this.minimum != null && this.maximum != null && this.minimum.compareTo(this.maximum) > 0, "/maximum",
				"must not be less than minimum");
		refuse(this.maxLength != null && this.maxLength < this.minLength, "/maxLength",
				"must not be less than minLength");
		refuse(this.unique && (this.type == CustomFieldType.MULTI_CHOICE || this.type == CustomFieldType.BOOLEAN),
				"/unique", "is not possible for this type");
		refuse(this.unique && this.defaultValue != null, "/defaultValue", "cannot be unique");
		String problem = (this.defaultValue != null) ? this.type.problem(this.defaultValue, this) : null;
		refuse(problem != null, "/defaultValue", String.valueOf(problem));
	}

	private static void refuse(boolean wrong, String pointer, String message) {
		if (wrong) {
			throw ProblemException.invalid(pointer, "conflict", message);
		}
	}

	boolean allows(BigDecimal number) {
		return (this.minimum == null || number.compareTo(this.minimum) >= 0)
				&& (this.maximum == null || number.compareTo(this.maximum) <= 0);
	}

	boolean allowsLength(String text) {
		return text.length() >= this.minLength && text.length() <= longest();
	}

	private int longest() {
		return (this.maxLength != null) ? this.maxLength : LONGEST;
	}

	String range() {
		return ((this.minimum != null) ? ", at least " + this.minimum.toPlainString() : "")
				+ ((this.maximum != null) ? ", at most " + this.maximum.toPlainString() : "");
	}

	String lengths() {
		return " of %d to %d characters".formatted(this.minLength, longest());
	}

}
