package io.kehu.migration.dataset;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;

import io.kehu.migration.intake.Corrections;
import io.kehu.migration.intake.Dialect;
import io.kehu.platform.problem.FieldError;
import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What a steward knows better of a file than the detection; absent where the detection is
 * right.
 *
 * @param encoding the name of the character set
 * @param delimiter the character between two fields, or {@code tab}
 * @param quote the character around fields, or {@code none}
 * @param header whether the first line names the columns
 * @param sheet the name of the workbook's sheet to read
 */
record ReadingOptions(@Nullable String encoding, @Nullable String delimiter, @Nullable String quote,
		@Nullable Boolean header, @Nullable String sheet) {

	static ReadingOptions none() {
		return new ReadingOptions(null, null, null, null, null);
	}

	/**
	 * The same as corrections.
	 * @param pointer where they stand in a body, or null when they are parameters
	 * @throws ProblemException 400 when one is not valid
	 */
	Corrections corrections(@Nullable String pointer) {
		return new Corrections(charset(pointer), symbol("delimiter", this.delimiter, pointer),
				symbol("quote", this.quote, pointer), this.header, this.sheet);
	}

	private @Nullable Charset charset(@Nullable String pointer) {
		if (this.encoding == null) {
			return null;
		}
		try {
			return Charset.forName(this.encoding);
		}
		catch (IllegalCharsetNameException | UnsupportedCharsetException ex) {
			throw invalid("encoding", "no character set of this name is known", pointer);
		}
	}

	private static @Nullable Character symbol(String name, @Nullable String value, @Nullable String pointer) {
		if (value == null) {
			return null;
		}
		if (value.equals("tab")) {
			return '\t';
		}
		if (name.equals("quote") && value.equals("none")) {
			return Dialect.NO_QUOTE;
		}
		char symbol = (value.length() == 1) ? value.charAt(0) : '\n';
		if (symbol == '\n' || symbol == '\r' || Character.isSurrogate(symbol)) {
			throw invalid(name, "must be one character, or " + (name.equals("quote") ? "none" : "tab"), pointer);
		}
		return symbol;
	}

	private static ProblemException invalid(String name, String message, @Nullable String pointer) {
		return refused(name, "invalid_value", message, pointer);
	}

	/**
	 * What is said of an option that does not suit.
	 * @param pointer where the options stand in a body, or null when they are parameters
	 */
	static ProblemException refused(String name, String code, String message, @Nullable String pointer) {
		return ProblemException.invalid(List.of((pointer != null) ? FieldError.at(pointer + "/" + name, code, message)
				: FieldError.parameter(name, code, message)));
	}

}
