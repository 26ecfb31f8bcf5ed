package io.kehu.migration.intake;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/**
 * Gives a row for each record of a JSON document: the objects of a list, of a list inside
 * an object, or objects that follow each other. Records are counted from 1.
 */
final class JsonDocumentRows implements RowSource {

	private static final int AT_TOP = -1;

	private final JsonParser parser;

	private final LineProblems problems;

	private final List<String> path;

	private final JsonColumns columns;

	private final SourceDescription description;

	private final RowsAhead rows;

	/** Which name of the path leads on from the object that is read. */
	private int level = AT_TOP;

	private boolean inList;

	private long number;

	private @Nullable String listInside;

	/**
	 * Opens a document.
	 * @param text the decoded text; closed with the rows
	 * @param shape where its records stand
	 * @param known packing and encoding
	 * @param limits bounds on records
	 * @param problems takes what does not fit
	 */
	JsonDocumentRows(Reader text, JsonShape shape, SourceDescription known, IntakeLimits limits, LineProblems problems)
			throws IOException {
		this.parser = JsonColumns.factory(limits).createParser(ObjectReadContext.empty(), text);
		this.path = shape.path();
		this.problems = problems;
		this.columns = new JsonColumns(limits);
		this.rows = new RowsAhead(this::read, problems, () -> this.number);
		if (!this.rows.readFirst()) {
			throw new IntakeException((this.number == 0) ? IntakeRefusal.EMPTY : IntakeRefusal.UNKNOWN_FORMAT,
					(this.number == 0) ? "The JSON holds no record"
							: "None of the %,d values of the JSON is an object".formatted(this.number));
		}
		this.description = new SourceDescription(SourceFormat.JSON, known.packing(), known.encoding(), null, false,
				List.of(), columns(), Map.of());
	}

	@Override
	public SourceDescription description() {
		return this.description;
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
		try {
			for (JsonToken token = this.parser.nextToken(); token != null; token = this.parser.nextToken()) {
				Row row = token(token);
				if (row != null) {
					return row;
				}
			}
			warnOfList();
			return null;
		}
		catch (JacksonException ex) {
			throw new IntakeException(IntakeRefusal.DAMAGED,
					"The JSON cannot be read on after %,d records: line %,d: %s".formatted(this.number,
							ex.getLocation().getLineNr(), JsonColumns.fault(ex)),
					ex);
		}
	}

	private @Nullable Row token(JsonToken token) throws IntakeException {
		if (!this.inList && this.level != AT_TOP) {
			inside(token);
			return null;
		}
		switch (token) {
			case START_OBJECT -> {
				if (this.inList || this.path.isEmpty()) {
					return record();
				}
				this.level = 0;
			}
			case START_ARRAY -> {
				if (this.inList || !this.path.isEmpty()) {
					reject();
				}
				else {
					this.inList = true;
				}
			}
			case END_ARRAY -> this.inList = false;
			default -> reject();
		}
		return null;
	}

	/** Goes on inside an object that leads to the list of records. */
	private void inside(JsonToken token) throws IntakeException {
		if (token == JsonToken.END_OBJECT) {
			this.level--;
			return;
		}
		String name = this.parser.currentName();
		JsonToken value = this.parser.nextToken();
		boolean leads = this.path.get(this.level).equals(name);
		boolean last = this.level == this.path.size() - 1;
		if (leads && last && value == JsonToken.START_ARRAY) {
			this.inList = true;
		}
		else if (leads && !last && value == JsonToken.START_OBJECT) {
			this.level++;
		}
		else {
			leaveOut(name, value);
		}
	}

	private void leaveOut(String name, JsonToken value) throws IntakeException {
		if (value == JsonToken.START_ARRAY) {
			for (JsonToken item = this.parser.nextToken(); item != JsonToken.END_ARRAY; item = this.parser
				.nextToken()) {
				if (item == JsonToken.START_OBJECT) {
					throw new IntakeException(IntakeRefusal.SEVERAL_LISTS,
							"The document holds several lists of records (%s, %s): bring each as a file"
								.formatted(String.join(".", this.path), name));
				}
				this.parser.skipChildren();
			}
		}
		else {
			this.parser.skipChildren();
		}
		this.problems.add(this.number, LineProblemKind.PREAMBLE, "\"%s\" is no record".formatted(name), name);
	}

	private @Nullable Row record() throws IntakeException {
		JsonColumns.Found found = this.columns.read(this.parser, ++this.number);
		Row row = found.row(this.problems, "");
		this.listInside = (row == null || this.inList) ? null : found.listInside();
		return row;
	}

	/** Reports a list in the only record, once. */
	private void warnOfList() {
		if (this.number == 1 && this.listInside != null) {
			this.problems.add(1, LineProblemKind.LIST_IN_RECORD, this.listInside, "");
		}
		this.listInside = null;
	}

	private void reject() {
		this.number++;
		this.parser.skipChildren();
		String excerpt = this.parser.currentToken().isScalarValue() ? this.parser.getString() : "[…]";
		this.problems.add(this.number, LineProblemKind.NOT_AN_OBJECT, "JSON, but no object", excerpt);
	}

	@Override
	public ReadingReport report() {
		return this.problems.report();
	}

	@Override
	public void close() throws IOException {
		this.parser.close();
	}

}
