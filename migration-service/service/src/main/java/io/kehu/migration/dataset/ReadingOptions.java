package io.kehu.migration.dataset;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;

import io.kehu.migration.intake.Corrections;
import io.kehu.migration.intake.Dialect;
import io.kehu.migration.intake.KnownCharsets;
import io.kehu.platform.problem.FieldError;
import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A steward's corrections of what is detected about a file; absent where the detection is
 * right.
 *
 * @param encoding the name of the character set
 * @param delimiter the character between two fields, or {@code tab}
 * @param quote the character around fields, or {@code none}
 * @param escape the character before a quote inside a field; {@code none}, or the quote
 * itself, if such quotes are doubled
 * @param trim whether blanks around fields are removed
 * @param skipLines the number of lines to skip at the top
 * @param header whether the first line contains column names
 * @param sheet the name of the worksheet to read, or its number, starting from 1
 * @param allSheets whether all worksheets, which must have the same columns, are read as
 * one table with the name of the worksheet in an additional column
 */
record ReadingOptions(@Nullable String encoding, @Nullable String delimiter, @Nullable String quote,
		@Nullable String escape, @Nullable Boolean trim, @Nullable Integer skipLines, @Nullable Boolean header,
		@Nullable String sheet, @Nullable Boolean allSheets) {

	private static final int MOST_SKIPPED = 1000;

	static ReadingOptions none() {
		return new ReadingOptions(null, null, null, null, null, null, null, null, null);
	}

	/**
	 * Returns these options as corrections.
	 * @param pointer the place of the options in the body, or null if they are parameters
	 * @throws ProblemException 400 if one is invalid
	 */
	Corrections corrections(@Nullable String pointer) {
		if (this.skipLines != null && (this.skipLines < 0 || this.skipLines > MOST_SKIPPED)) {
			throw invalid("skipLines", "must be 0 to %d, not %d".formatted(MOST_SKIPPED, this.skipLines), pointer);
		}
		boolean all = Boolean.TRUE.equals(this.allSheets);
		if (all && this.sheet != null) {
			throw invalid("allSheets", "must not be true if a sheet is named", pointer);
		}
		if (this.delimiter != null && (this.delimiter.equals(this.quote) || this.delimiter.equals(this.escape))) {
			throw invalid(this.delimiter.equals(this.quote) ? "quote" : "escape", "must differ from the delimiter",
					pointer);
		}
		return new Corrections(charset(pointer), symbol("delimiter", this.delimiter, pointer),
				symbol("quote", this.quote, pointer), symbol("escape", this.escape, pointer), this.trim, this.skipLines,
				this.header, this.sheet, all);
	}

	private @Nullable Charset charset(@Nullable String pointer) {
		if (this.encoding == null) {
			return null;
		}
		try {
			return KnownCharsets.named(this.encoding);
		}
		catch (IllegalCharsetNameException | UnsupportedCharsetException ex) {
			throw invalid("encoding",
					"\"%s\" is not the name of a character set; known are for example UTF-8, windows-1252 and Shift_JIS"
						.formatted(this.encoding),
					pointer);
		}
	}

	private static @Nullable Character symbol(String name, @Nullable String value, @Nullable String pointer) {
		if (value == null) {
			return null;
		}
		if (value.equals("tab")) {
			return '\t';
		}
		boolean delimiter = name.equals("delimiter");
		if (!delimiter && value.equals("none")) {
			return Dialect.NONE;
		}
		char symbol = (value.length() == 1) ? value.charAt(0) : '\n';
		if (symbol == '\n' || symbol == '\r' || Character.isSurrogate(symbol)) {
			throw invalid(name, "must be one character, or " + (delimiter ? "tab" : "none"), pointer);
		}
		return symbol;
	}

	private static ProblemException invalid(String name, String message, @Nullable String pointer) {
		return refused(name, "invalid_value", message, pointer);
	}

	/**
	 * Returns the problem of an unsuitable option.
	 * @param pointer the place of the options in the body, or null if they are parameters
	 */
	static ProblemException refused(String name, String code, String message, @Nullable String pointer) {
		return ProblemException.invalid(List.of((pointer != null) ? FieldError.at(pointer + "/" + name, code, message)
				: FieldError.parameter(name, code, message)));
	}

}
