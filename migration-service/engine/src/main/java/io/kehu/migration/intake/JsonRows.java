package io.kehu.migration.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Gives a row for each line that holds a JSON object; what is nested becomes columns with
 * dotted names.
 */
final class JsonRows implements RowSource {

	private final JsonLines lines;

	private final IntakeLimits limits;

	private final LineProblems problems;

	private final SourceDescription known;

	private final JsonFactory factory;

	private final JsonColumns columns;

	private final RowsAhead rows;

	private @Nullable SourceDescription description;

	private long records;

	private @Nullable String listInside;

	private JsonRows(Reader text, SourceDescription known, IntakeLimits limits, LineProblems problems) {
		this.lines = new JsonLines(new BufferedReader(text, 1 << 16), limits.recordCharacters());
		this.limits = limits;
		this.problems = problems;
		this.known = known;
		this.factory = JsonColumns.factory(limits);
		this.columns = new JsonColumns(limits);
		this.rows = new RowsAhead(this::read, problems, this.lines::number);
	}

	static JsonRows open(Reader text, SourceDescription known, IntakeLimits limits, LineProblems problems)
			throws IOException {
		JsonRows rows = new JsonRows(text, known, limits, problems);
		rows.rows.readFirst();
		rows.description = new SourceDescription(SourceFormat.JSON_LINES, known.packing(), known.encoding(), null,
				false, List.of(), rows.columns(), Map.of());
		return rows;
	}

	@Override
	public SourceDescription description() {
		return (this.description != null) ? this.description : this.known;
	}

	@Override
	public List<String> columns() {
		return this.columns.names();
	}

	@Override
	public @Nullable Row next() throws IOException {
		return this.rows.next();
	}

	private @Nullable Row read() throws IOException {
		while (this.lines.advance()) {
			String line = this.lines.text();
			if (this.lines.tooLong()) {
				report(LineProblemKind.LINE_TOO_LONG,
						"%,d characters, more than %,d".formatted(this.lines.length(), this.limits.recordCharacters()));
			}
			else if (line.isBlank()) {
				this.problems.blankLine();
			}
			else {
				Row row = parse(line);
				if (row != null) {
					return row;
				}
			}
		}
		warnOfList();
		return null;
	}

	/** Reports a list in the only record, once. */
	private void warnOfList() {
		if (this.records == 1 && this.listInside != null) {
			this.problems.add(1, LineProblemKind.LIST_IN_RECORD, this.listInside, "");
		}
		this.listInside = null;
	}

	private @Nullable Row parse(String line) throws IntakeException {
		try (JsonParser parser = this.factory.createParser(ObjectReadContext.empty(), line)) {
			if (parser.nextToken() != JsonToken.START_OBJECT) {
				report(LineProblemKind.NOT_AN_OBJECT, "JSON, but no object");
				return null;
			}
			JsonColumns.Found found = this.columns.read(parser, this.lines.number());
			if (parser.nextToken() != null) {
				report(LineProblemKind.INVALID_JSON, "something follows the object");
				return null;
			}
			return row(found, line);
		}
		catch (JacksonException ex) {
			report(LineProblemKind.INVALID_JSON, JsonColumns.fault(ex));
			return null;
		}
	}

	private @Nullable Row row(JsonColumns.Found found, String line) {
		Row row = found.row(this.problems, line);
		if (row != null) {
			this.records++;
			this.listInside = found.listInside();
		}
		return row;
	}

	private void report(LineProblemKind kind, String reason) {
		this.problems.add(this.lines.number(), kind, reason, this.lines.text());
	}

	@Override
	public ReadingReport report() {
		return this.problems.report();
	}

	@Override
	public void close() throws IOException {
		this.lines.close();
	}

}
