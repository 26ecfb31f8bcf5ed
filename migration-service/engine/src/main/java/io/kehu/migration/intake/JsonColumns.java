package io.kehu.migration.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Turns JSON objects into rows: each value that is nested becomes a column with a dotted
 * name, and two paths that make the same name become two columns.
 */
final class JsonColumns {

	private static final int DEPTH = 64;

	private static final int LONGEST_NUMBER = 1000;

	private static final char SEPARATOR = '\uFFFF';

	private final IntakeLimits limits;

	private final List<String> names = new ArrayList<>();

	private final Set<String> taken = new HashSet<>();

	private final Map<String, Integer> places = new HashMap<>();

	JsonColumns(IntakeLimits limits) {
		this.limits = limits;
	}

	static JsonFactory factory(IntakeLimits limits) {
		return JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder()
				.maxNestingDepth(DEPTH)
				.maxStringLength(limits.recordCharacters())
				.maxNumberLength(LONGEST_NUMBER)
				.build())
			.build();
	}

	/** What is wrong with a text, in words that need no knowledge of the parser. */
	static String fault(JacksonException failure) {
		return (failure instanceof StreamConstraintsException)
				? "nested deeper than %d levels, or a name or value is too long".formatted(DEPTH)
				: "no JSON from character %,d on".formatted(failure.getLocation().getColumnNr());
	}

	List<String> names() {
		return Collections.unmodifiableList(this.names);
	}

	/**
	 * Reads the object that a parser stands on.
	 * @param parser at the start of an object; at its end afterwards
	 * @param number the number of its line or record
	 */
	Found read(JsonParser parser, long number) throws IntakeException {
		Found found = new Found(number, new HashMap<>(), new HashSet<>());
		object(parser, "", found);
		return found;
	}

	private void object(JsonParser parser, String path, Found found) throws IntakeException {
		while (parser.nextToken() != JsonToken.END_OBJECT) {
			String name = path + parser.currentName();
			parser.nextToken();
			value(parser, name, found);
		}
	}

	private void value(JsonParser parser, String path, Found found) throws IntakeException {
		JsonToken token = parser.currentToken();
		if (token == JsonToken.START_OBJECT) {
			object(parser, path + SEPARATOR, found);
		}
		else if (token == JsonToken.START_ARRAY) {
			int objects = 0;
			for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
				objects += (parser.currentToken() == JsonToken.START_OBJECT) ? 1 : 0;
				value(parser, path + SEPARATOR + i, found);
			}
			found.list(path.replace(SEPARATOR, '.'), objects);
		}
		else {
			leaf(parser, path, found);
		}
	}

	private void leaf(JsonParser parser, String path, Found found) throws IntakeException {
		int place = place(path, found.number);
		if (!found.seen.add(place)) {
			found.conflict = "two values for \"%s\"".formatted(this.names.get(place));
		}
		String text = (parser.currentToken() == JsonToken.VALUE_NULL) ? null : parser.getString();
		if (text == null || text.isEmpty()) {
			return;
		}
		String stored = Storable.without(text);
		if (!stored.equals(text)) {
			found.unfit = "\"%s\" held characters of the code 0, or halves of characters, which were left out"
				.formatted(this.names.get(place));
		}
		found.values.put(place, stored);
	}

	private int place(String path, long number) throws IntakeException {
		Integer place = this.places.get(path);
		if (place != null) {
			return place;
		}
		if (this.names.size() == this.limits.columns()) {
			throw new IntakeException(IntakeRefusal.TOO_MANY_COLUMNS,
					"More than %,d columns at record %,d".formatted(this.limits.columns(), number));
		}
		String name = ColumnNames.clean(path.replace(SEPARATOR, '.'));
		this.names.add(ColumnNames.unique(name.isEmpty() ? "column_" + (this.names.size() + 1) : name, this.taken));
		this.places.put(path, this.names.size() - 1);
		return this.names.size() - 1;
	}

	/**
	 * What an object holds.
	 */
	final class Found {

		private final long number;

		private final Map<Integer, String> values;

		private final Set<Integer> seen;

		private @Nullable String conflict;

		private @Nullable String unfit;

		private String longestList = "";

		private int objects;

		private Found(long number, Map<Integer, String> values, Set<Integer> seen) {
			this.number = number;
			this.values = values;
			this.seen = seen;
		}

		/**
		 * Returns the row, or null if the object gives none.
		 * @param problems takes what does not fit
		 * @param excerpt shows the object in them
		 */
		@Nullable Row row(LineProblems problems, String excerpt) {
			if (this.conflict != null) {
				problems.add(this.number, LineProblemKind.INVALID_JSON, this.conflict, excerpt);
				return null;
			}
			if (this.unfit != null) {
				problems.add(this.number, LineProblemKind.NUL_CHARACTER, this.unfit, excerpt);
			}
			@Nullable String[] row = new String[JsonColumns.this.names.size()];
			this.values.forEach((place, value) -> row[place] = value);
			return new Row(this.number, row);
		}

		private void list(String name, int size) {
			if (size > this.objects) {
				this.longestList = name;
				this.objects = size;
			}
		}

		/**
		 * Returns what is to be said if this is the only record, and holds a list of
		 * several objects, or null.
		 */
		@Nullable String listInside() {
			return (this.objects < 2) ? null
					: "the only record holds a list of %,d objects, \"%s\": if these are the records, bring the list alone"
						.formatted(this.objects, this.longestList);
		}

	}

}
