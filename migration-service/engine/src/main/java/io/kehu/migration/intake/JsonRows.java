package io.kehu.migration.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Gives a row for each line that holds a JSON object; what is nested becomes columns with
 * dotted names.
 */
final class JsonRows implements RowSource {

	private static final int DEPTH = 64;

	private static final int FIRST_LINES = 100;

	private final JsonLines lines;

	private final IntakeLimits limits;

	private final LineProblems problems;

	private final SourceDescription known;

	private final JsonFactory factory;

	private final List<String> columns = new ArrayList<>();

	private final Map<String, Integer> places = new HashMap<>();

	private final List<Row> ahead = new ArrayList<>();

	private int aheadAt;

	private @Nullable SourceDescription description;

	private JsonRows(Reader text, SourceDescription known, IntakeLimits limits, LineProblems problems) {
		this.lines = new JsonLines(new BufferedReader(text, 1 << 16), limits.recordCharacters());
		this.limits = limits;
		this.problems = problems;
		this.known = known;
		this.factory = JsonFactory.builder()
			.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.streamReadConstraints(StreamReadConstraints.builder()
				.maxNestingDepth(DEPTH)
				.maxStringLength(limits.recordCharacters())
				.maxNumberLength(1000)
				.build())
			.build();
	}

	/** Whether a text begins like a JSON object, and unlike a template or source code. */
	static boolean looksLikeIt(String sample) {
		String start = sample.stripLeading();
		if (!start.startsWith("{")) {
			return false;
		}
		String inside = start.substring(1).stripLeading();
		return inside.startsWith("\"") || inside.startsWith("}");
	}

	static JsonRows open(Reader text, SourceDescription known, IntakeLimits limits, LineProblems problems)
			throws IOException {
		JsonRows rows = new JsonRows(text, known, limits, problems);
		while (rows.ahead.size() < FIRST_LINES) {
			Row row = rows.read();
			if (row == null) {
				break;
			}
			rows.ahead.add(row);
		}
		rows.description = new SourceDescription(SourceFormat.JSON_LINES, known.packing(), known.encoding(), null,
				false, List.of(), rows.columns);
		return rows;
	}

	@Override
	public SourceDescription description() {
		return (this.description != null) ? this.description : this.known;
	}

	@Override
	public List<String> columns() {
		return Collections.unmodifiableList(this.columns);
	}

	@Override
	public @Nullable Row next() throws IOException {
		Row row = (this.aheadAt < this.ahead.size()) ? this.ahead.get(this.aheadAt++) : read();
		if (row != null) {
			this.problems.row();
		}
		return row;
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
		return null;
	}

	private @Nullable Row parse(String line) throws IntakeException {
		Map<Integer, String> values = new HashMap<>();
		try (JsonParser parser = this.factory.createParser(ObjectReadContext.empty(), line)) {
			if (parser.nextToken() != JsonToken.START_OBJECT) {
				report(LineProblemKind.NOT_AN_OBJECT, "JSON, but no object");
				return null;
			}
			object(parser, "", values);
			if (parser.nextToken() != null) {
				report(LineProblemKind.INVALID_JSON, "something follows the object");
				return null;
			}
		}
		catch (JacksonException ex) {
			report(LineProblemKind.INVALID_JSON, ex.getOriginalMessage());
			return null;
		}
		@Nullable String[] row = new String[this.columns.size()];
		values.forEach((place, value) -> row[place] = value);
		return new Row(this.lines.number(), row);
	}

	private void object(JsonParser parser, String path, Map<Integer, String> values) throws IntakeException {
		while (parser.nextToken() != JsonToken.END_OBJECT) {
			String name = path + parser.currentName();
			parser.nextToken();
			value(parser, name, values);
		}
	}

	private void array(JsonParser parser, String path, Map<Integer, String> values) throws IntakeException {
		for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
			value(parser, "%s.%d".formatted(path, i), values);
		}
	}

	private void value(JsonParser parser, String name, Map<Integer, String> values) throws IntakeException {
		JsonToken token = parser.currentToken();
		if (token == JsonToken.START_OBJECT) {
			object(parser, name + ".", values);
		}
		else if (token == JsonToken.START_ARRAY) {
			array(parser, name, values);
		}
		else {
			int place = place(name);
			String text = (token == JsonToken.VALUE_NULL) ? null : parser.getString();
			if (text != null && !text.isEmpty()) {
				values.put(place, text);
			}
		}
	}

	private int place(String name) throws IntakeException {
		Integer place = this.places.get(name);
		if (place != null) {
			return place;
		}
		if (this.columns.size() == this.limits.columns()) {
			throw new IntakeException(Refusal.TOO_MANY_COLUMNS,
					"More than %,d columns at line %d".formatted(this.limits.columns(), this.lines.number()));
		}
		this.places.put(name, this.columns.size());
		this.columns.add(name);
		return this.columns.size() - 1;
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
