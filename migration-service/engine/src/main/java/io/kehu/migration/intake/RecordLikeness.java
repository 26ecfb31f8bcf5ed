package io.kehu.migration.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Recognises records that a stray quote has drawn into a field: their lines have as many
 * fields as the file has columns, and hold numbers or dates where its rows do. Where only
 * some are, or the file has neither numbers nor dates, that is a suspicion.
 */
final class RecordLikeness {

	private static final double USUAL = 0.9;

	private final char delimiter;

	private final int columns;

	/** The columns that hold data of one shape, null elsewhere. */
	private final List<CellShape> shapes;

	private final Pattern separator;

	private RecordLikeness(char delimiter, int columns, List<CellShape> shapes) {
		this.delimiter = delimiter;
		this.columns = columns;
		this.shapes = shapes;
		this.separator = Pattern.compile(Pattern.quote(String.valueOf(delimiter)));
	}

	/**
	 * Learns what records look like.
	 * @param rows the first rows, without a header
	 * @param delimiter the character between two fields
	 * @param columns how many columns there are
	 */
	static RecordLikeness of(List<List<String>> rows, char delimiter, int columns) {
		List<CellShape> shapes = new ArrayList<>();
		for (int column = 0; column < columns; column++) {
			shapes.add(usual(rows, column));
		}
		return new RecordLikeness(delimiter, columns, shapes);
	}

	private static CellShape usual(List<List<String>> rows, int column) {
		Map<CellShape, Integer> counts = new EnumMap<>(CellShape.class);
		int present = 0;
		for (List<String> row : rows) {
			CellShape shape = (column < row.size()) ? CellShape.of(row.get(column)) : CellShape.EMPTY;
			counts.merge(shape, 1, Integer::sum);
			present += (shape != CellShape.EMPTY) ? 1 : 0;
		}
		for (CellShape shape : CellShape.values()) {
			if (shape.data() && present > 0 && counts.getOrDefault(shape, 0) >= USUAL * present) {
				return shape;
			}
		}
		return CellShape.TEXT;
	}

	/**
	 * Whether a record of several lines is several records: most of its lines are.
	 * @param fields the fields of the record
	 */
	boolean severalRecords(List<String> fields) {
		List<String> lines = lines(fields);
		long filled = lines.stream().skip(1).filter((line) -> !line.isBlank()).count();
		return holdsData() && split(lines.get(0)).length == this.columns && 2 * recordLines(lines) > filled;
	}

	/**
	 * How many lines inside a record look like others of the file.
	 * @param fields the fields of the record
	 */
	long suspectLines(List<String> fields) {
		List<String> lines = lines(fields);
		return (split(lines.get(0)).length == this.columns) ? recordLines(lines) : 0;
	}

	private long recordLines(List<String> lines) {
		return lines.stream().skip(1).filter(this::isRecord).count();
	}

	private List<String> lines(List<String> fields) {
		return String.join(String.valueOf(this.delimiter), fields).lines().toList();
	}

	private boolean holdsData() {
		return this.shapes.stream().anyMatch(CellShape::data);
	}

	private boolean isRecord(String line) {
		String[] fields = split(line);
		if (fields.length != this.columns || fields.length < 2) {
			return false;
		}
		boolean data = !holdsData();
		for (int column = 0; column < fields.length; column++) {
			CellShape shape = this.shapes.get(column);
			if (shape.data() && !fields[column].isBlank()) {
				if (CellShape.of(fields[column].replace("\"", "")) != shape) {
					return false;
				}
				data = true;
			}
		}
		return data;
	}

	private String[] split(String line) {
		return this.separator.split(line, -1);
	}

}
