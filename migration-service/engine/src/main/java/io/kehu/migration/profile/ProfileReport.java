package io.kehu.migration.profile;

import java.io.IOException;

import io.kehu.migration.intake.ReadingReport;
import io.kehu.migration.intake.RowSource;
import io.kehu.migration.intake.SourceDescription;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The report on a file: how it was read, and the profile of its rows.
 *
 * @param name the file's name for a reader
 * @param source what was found out about the file
 * @param reading which lines gave rows
 * @param profile what the rows hold
 */
public record ProfileReport(String name, SourceDescription source, ReadingReport reading, TableProfile profile) {

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	/**
	 * Reads a source to its end and profile it.
	 * @param name the file's name for a reader
	 * @param source the source; not closed
	 * @return the report
	 */
	public static ProfileReport of(String name, RowSource source) throws IOException {
		TableProfile profile = TableProfiler.profile(source);
		return new ProfileReport(name, source.description(), source.report(), profile);
	}

	/** Returns the report as JSON; the same file gives the same text. */
	public String toJson() {
		return JSON.writeValueAsString(this);
	}

}
