package io.kehu.migration.intake;

import java.nio.charset.Charset;

import org.jspecify.annotations.Nullable;

/**
 * What a steward knows better than the detection; null where the detection is right.
 *
 * @param charset the character set
 * @param delimiter the character between two fields
 * @param quote the character around fields
 * @param header whether the first line names the columns
 * @param sheet the name of the workbook's sheet to read
 */
public record Corrections(@Nullable Charset charset, @Nullable Character delimiter, @Nullable Character quote,
		@Nullable Boolean header, @Nullable String sheet) {

	/** Corrections of a text. */
	public Corrections(@Nullable Charset charset, @Nullable Character delimiter, @Nullable Character quote,
			@Nullable Boolean header) {
		this(charset, delimiter, quote, header, null);
	}

	/** Nothing is corrected. */
	public static Corrections none() {
		return new Corrections(null, null, null, null);
	}

}
