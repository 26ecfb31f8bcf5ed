package io.kehu.migration.intake;

import java.nio.charset.Charset;

import org.jspecify.annotations.Nullable;

/**
 * What a steward knows better than the detection; null where the detection is right.
 *
 * @param charset the character set
 * @param delimiter the character between two fields
 * @param quote the character around fields
 * @param escape the character before a quote inside a field
 * @param trimmed whether blanks around fields are left out
 * @param skippedLines how many lines above the header, or above the first row, are left
 * out
 * @param header whether the first line names the columns
 * @param sheet the name of the workbook's sheet to read, or its number, from 1
 * @param allSheets whether all sheets of the workbook are read as one table
 */
public record Corrections(@Nullable Charset charset, @Nullable Character delimiter, @Nullable Character quote,
		@Nullable Character escape, @Nullable Boolean trimmed, @Nullable Integer skippedLines, @Nullable Boolean header,
		@Nullable String sheet, boolean allSheets) {

	/** Nothing is corrected. */
	public static Corrections none() {
		return new Corrections(null, null, null, null, null, null, null, null, false);
	}

	/** Returns these corrections with a character set. */
	public Corrections withCharset(Charset other) {
		return new Corrections(other, this.delimiter, this.quote, this.escape, this.trimmed, this.skippedLines,
				this.header, this.sheet, this.allSheets);
	}

	/** Returns these corrections with the characters between and around fields. */
	public Corrections withDialect(@Nullable Character separator, @Nullable Character quotes) {
		return new Corrections(this.charset, separator, quotes, this.escape, this.trimmed, this.skippedLines,
				this.header, this.sheet, this.allSheets);
	}

	/** Returns these corrections with lines to be left out at the top. */
	public Corrections withSkippedLines(int lines) {
		return new Corrections(this.charset, this.delimiter, this.quote, this.escape, this.trimmed, lines, this.header,
				this.sheet, this.allSheets);
	}

	/** Returns these corrections with a word on the header. */
	public Corrections withHeader(boolean named) {
		return new Corrections(this.charset, this.delimiter, this.quote, this.escape, this.trimmed, this.skippedLines,
				named, this.sheet, this.allSheets);
	}

	/** Returns these corrections with a sheet. */
	public Corrections withSheet(String name) {
		return new Corrections(this.charset, this.delimiter, this.quote, this.escape, this.trimmed, this.skippedLines,
				this.header, name, false);
	}

	/** Returns these corrections with all sheets. */
	public Corrections withAllSheets() {
		return new Corrections(this.charset, this.delimiter, this.quote, this.escape, this.trimmed, this.skippedLines,
				this.header, null, true);
	}

}
