package io.kehu.migration.mapping;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import io.kehu.migration.clean.standardise.Outcome;
import io.kehu.migration.move.database.SourceText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A field of a mapping with the places of its columns among the values of a row.
 *
 * @param mapping the mapping
 * @param kind the kind of value, null for references
 * @param zone the time zone of its moments
 * @param places the places of its columns
 * @param regionPlace the place of the column with the country of a phone number, or null
 */
record MappedField(FieldMapping mapping, @Nullable ValueKind kind, ZoneId zone, List<Integer> places,
		@Nullable Integer regionPlace) {

	/** Returns the names of the columns. */
	String columns() {
		return String.join(", ", this.mapping.from());
	}

	/**
	 * Returns the texts of the columns.
	 * @throws InvalidValueException if one of them is no text
	 */
	List<String> texts(List<SourceText> row) throws InvalidValueException {
		List<String> texts = new ArrayList<>();
		for (int place : this.places) {
			SourceText value = row.get(place);
			if (value.problem() != null) {
				throw new InvalidValueException(value.text(), "invalid_bytes", value.problem());
			}
			String text = value.text();
			boolean zero = text != null && Boolean.TRUE.equals(this.mapping.zeroDateAsNull())
					&& ValueKind.isZeroDate(text);
			if (text != null && !text.isBlank() && !zero) {
				texts.add(text);
			}
		}
		return texts;
	}

	/**
	 * Returns the value of a row.
	 * @return the value, or null if there is none
	 * @throws InvalidValueException if it is invalid
	 */
	@Nullable JsonNode value(List<SourceText> row) throws InvalidValueException {
		List<String> texts = texts(row);
		if (texts.isEmpty()) {
			return null;
		}
		String separator = this.mapping.separator();
		String text = String.join((separator != null) ? separator : " ", texts);
		Cleaning clean = this.mapping.clean();
		JsonNode values = this.mapping.values();
		if (values != null && (clean == null || values.has(text))) {
			return listed(values.get(text), text);
		}
		if (clean != null) {
			text = cleaned(clean, text, row);
		}
		if (this.mapping.prefix() != null) {
			text = this.mapping.prefix() + text;
		}
		ValueKind used = (this.kind != null) ? this.kind : ValueKind.TEXT;
		if (used != ValueKind.TEXT && ValueKind.isZeroDate(text)) {
			throw new InvalidValueException(text, "zero_date",
					"is a date of all zeros; set zeroDateAsNull to accept it");
		}
		try {
			return used.read(text, this.zone);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidValueException(text, "invalid_value", String.valueOf(ex.getMessage()));
		}
	}

	private @Nullable JsonNode listed(@Nullable JsonNode value, String text) throws InvalidValueException {
		if (value == null && this.mapping.otherwise() == null) {
			throw new InvalidValueException(text, "not_listed", "is not listed in values");
		}
		return (value == null || value.isNull()) ? null : value;
	}

	private String cleaned(Cleaning clean, String text, List<SourceText> row) throws InvalidValueException {
		String region = (this.regionPlace != null) ? row.get(this.regionPlace).text() : this.mapping.region();
		Outcome outcome = clean.apply(text, region);
		if (outcome.value() == null) {
			throw new InvalidValueException(text, "not_cleanable",
					"is no valid %s: %s".formatted(clean, outcome.problem()));
		}
		return outcome.value();
	}

}
