package io.kehu.migration.mapping;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a field of a record is filled. An empty text counts as no value.
 *
 * @param to the field, as a JSON pointer such as {@code /emails/0/address}
 * @param from the columns, either of the table or as {@code alias.column} of a joined one
 * @param constant the value of all records, instead of columns
 * @param separator what is written between the values of several columns; a space by
 * default
 * @param prefix what is written before the value
 * @param type how the text of the value is read; by default as the field requires
 * @param zeroDateAsNull whether dates of all zeros count as no value; they are rejected
 * by default
 * @param zone the time zone of moments that name none, such as {@code Europe/Berlin}; UTC
 * by default
 * @param encoding the actual encoding of the bytes if it differs from the declared one
 * @param clean how the value is put into a common form
 * @param region the country of phone numbers without a country code
 * @param regionFrom the column with that country, as a code or a name
 * @param values what single values become, as an object; other values are cleaned if
 * {@code clean} is given, and otherwise rejected unless {@code otherwise} is
 * @param otherwise the value of records without one, and for values that are not listed
 * @param invalid what happens with an invalid value: {@code reject} (the default) its
 * row, or {@code omit} the value, which is listed, too
 * @param reference the entity whose key the columns contain
 * @param customField the custom field to define if it does not exist
 */
public record FieldMapping(
		@NotNull @Pattern(regexp = "(/[A-Za-z0-9_]+)+", message = "must be a JSON pointer such as /name") String to,
		@Size(max = 10) List<@NotNull String> from, @Nullable JsonNode constant,
		@Nullable @Size(max = 20) String separator, @Nullable @Size(max = 50) String prefix, @Nullable ValueKind type,
		@Nullable Boolean zeroDateAsNull, @Nullable @Size(max = 50) String zone,
		@Nullable @Size(max = 50) String encoding, @Nullable Cleaning clean,
		@Nullable @Pattern(regexp = "[A-Z]{2}", message = "must be the code of a country, such as DE") String region,
		@Nullable String regionFrom, @Nullable JsonNode values, @Nullable JsonNode otherwise,
		@Nullable @Pattern(regexp = "reject|omit", message = "must be reject or omit") String invalid,
		@Nullable String reference, @Nullable @Valid NewCustomField customField) {

	/**
	 * Creates a mapping of a field.
	 */
	public FieldMapping {
		from = (from != null) ? from : List.of();
		constant = present(constant);
		values = present(values);
		otherwise = present(otherwise);
	}

	private static @Nullable JsonNode present(@Nullable JsonNode value) {
		return (value == null || value.isNull()) ? null : value;
	}

	@JsonIgnore
	boolean omitsInvalid() {
		return "omit".equals(this.invalid);
	}

}
