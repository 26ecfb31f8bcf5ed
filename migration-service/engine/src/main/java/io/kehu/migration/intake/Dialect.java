package io.kehu.migration.intake;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * How the fields of a delimited text are told apart.
 *
 * @param delimiter the character between two fields; a blank for fields aligned with
 * blanks
 * @param quote the character around fields that hold a delimiter or a line end, or
 * {@link #NONE}
 * @param escape the character that stands before a quote inside a field, or {@link #NONE}
 * when quotes are doubled
 * @param trimmed whether blanks around a field are left out, so that a quote may follow a
 * blank
 */
public record Dialect(char delimiter, char quote, char escape, boolean trimmed) {

	/** Stands for no quote and no escape: a character that no text has. */
	public static final char NONE = '\uFFFF';

	/** Stands for an escaped quote while a text is parsed. */
	private static final char ESCAPED_QUOTE = '\uFDD0';

	public Dialect {
		// A quote that escapes itself is a doubled quote
		escape = (escape == quote) ? NONE : escape;
	}

	@JsonCreator
	static Dialect of(@JsonProperty("delimiter") String delimiter, @JsonProperty("quote") @Nullable String quote,
			@JsonProperty("escape") @Nullable String escape, @JsonProperty("trimmed") boolean trimmed) {
		return new Dialect(delimiter.charAt(0), symbol(quote), symbol(escape), trimmed);
	}

	private static char symbol(@Nullable String text) {
		return (text != null) ? text.charAt(0) : NONE;
	}

	/** Returns the dialect as JSON, null standing for no quote and no escape. */
	@JsonValue
	Map<String, @Nullable Object> json() {
		Map<String, @Nullable Object> json = new LinkedHashMap<>();
		json.put("delimiter", String.valueOf(this.delimiter));
		json.put("quote", (this.quote != NONE) ? String.valueOf(this.quote) : null);
		json.put("escape", escapes() ? String.valueOf(this.escape) : null);
		json.put("trimmed", this.trimmed);
		return json;
	}

	/** Creates a dialect that doubles quotes and keeps blanks. */
	public Dialect(char delimiter, char quote) {
		this(delimiter, quote, NONE, false);
	}

	/**
	 * Whether fields are aligned with blanks, so that several blanks are one delimiter.
	 */
	public boolean aligned() {
		return this.delimiter == ' ';
	}

	boolean escapes() {
		return this.escape != NONE;
	}

	/**
	 * Returns the text with each escaped quote replaced by a placeholder, and each
	 * escaped escape by one.
	 */
	String withoutEscapes(String text) {
		if (!escapes()) {
			return text;
		}
		StringBuilder plain = new StringBuilder(text.length());
		for (int i = 0; i < text.length(); i++) {
			char symbol = text.charAt(i);
			char next = (symbol == this.escape && i + 1 < text.length()) ? text.charAt(i + 1) : NONE;
			boolean escaped = next == this.quote || next == this.escape;
			plain.append((escaped && next == this.quote) ? ESCAPED_QUOTE : symbol);
			i += escaped ? 1 : 0;
		}
		return plain.toString();
	}

	/** The placeholder of an escaped quote. */
	char placeholder() {
		return ESCAPED_QUOTE;
	}

	/** Returns the text with quotes in the place of their placeholders. */
	String restored(String text) {
		return escapes() ? text.replace(ESCAPED_QUOTE, this.quote) : text;
	}

}
