package io.kehu.migration.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Recognises records that a stray quote has drawn into a field: their lines have as many
 * fields as the file has columns, and hold numbers or dates where its rows do.
 */
final class RecordLikeness {

	private static final double USUAL = 0.9;

	private final char delimiter;

	private final int columns;

	/** The columns that hold data of one shape, null elsewhere. */
	private final List<CellShape> shapes;

	private RecordLikeness(char delimiter, int columns, List<CellShape> shapes) {
		this.delimiter = delimiter;
		this.columns = columns;
		this.shapes = shapes;
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
	 * Whether a record of several lines is several records: each of its lines is one.
	 * @param fields the fields of the record
	 */
	boolean severalRecords(List<String> fields) {
		if (this.shapes.stream().noneMatch(CellShape::data)) {
			return false;
		}
		String record = String.join(String.valueOf(this.delimiter), fields);
		List<String> lines = record.lines().toList();
		return split(lines.get(0)).length == this.columns && lines.stream().skip(1).allMatch(this::isRecord);
	}

	private boolean isRecord(String line) {
		String[] fields = split(line);
		if (fields.length != this.columns) {
			return false;
		}
		boolean data = false;
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
		return line.split(java.util.regex.Pattern.quote(String.valueOf(this.delimiter)), -1);
	}

}
