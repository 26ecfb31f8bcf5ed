package io.kehu.migration.intake;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Locale;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/**
 * Turns a workbook's cells into texts: dates in ISO 8601, numbers plain, formulas by
 * their stored result.
 */
final class WorkbookCells {

	private static final double LAST_DAY = 2_958_466;

	private WorkbookCells() {
	}

	/** The texts of a row up to its last cell that has any; none for a blank row. */
	static @Nullable String[] texts(Row row) {
		@Nullable String[] texts = new String[row.getCellCount()];
		int size = 0;
		for (int i = 0; i < texts.length; i++) {
			Cell cell = row.getCell(i);
			String text = (cell == null) ? null : text(cell);
			if (text != null && !text.isEmpty()) {
				texts[i] = text;
				size = i + 1;
			}
		}
		return Arrays.copyOf(texts, size);
	}

	private static @Nullable String text(Cell cell) {
		CellType type = cell.getType();
		String raw = cell.getRawValue();
		return switch (type) {
			case STRING -> cell.getText();
			case BOOLEAN -> String.valueOf(cell.asBoolean());
			case NUMBER, FORMULA -> (raw != null) ? number(cell, raw) : null;
			case ERROR -> raw;
			case EMPTY -> null;
		};
	}

	private static String number(Cell cell, String raw) {
		double value;
		try {
			value = Double.parseDouble(raw);
		}
		catch (NumberFormatException ex) {
			return raw;
		}
		String format = cell.getDataFormatString();
		if (format != null && value >= 0 && value < LAST_DAY && isDate(format)) {
			return date(cell, value, format);
		}
		return Double.isFinite(value) ? plain(value) : raw;
	}

	private static String plain(double value) {
		BigDecimal exact = BigDecimal.valueOf(value);
		return ((exact.signum() == 0) ? BigDecimal.ZERO : exact.stripTrailingZeros()).toPlainString();
	}

	private static String date(Cell cell, double value, String format) {
		LocalDateTime moment;
		try {
			moment = cell.asDate();
		}
		catch (RuntimeException ex) {
			return plain(value);
		}
		boolean timed = format.toLowerCase(Locale.ROOT).contains("h");
		if (value < 1 && timed) {
			return moment.toLocalTime().toString();
		}
		return (timed || !moment.toLocalTime().equals(LocalTime.MIDNIGHT)) ? moment.toString()
				: moment.toLocalDate().toString();
	}

	/**
	 * Whether a number format shows a date or a time, texts and colours in it left out.
	 */
	static boolean isDate(String format) {
		String codes = format.replaceAll("\"[^\"]*\"|\\[(?!h|m|s)[^\\]]*\\]|\\\\.|_.", "").toLowerCase(Locale.ROOT);
		if (codes.contains("general") || codes.contains("0") || codes.contains("#")) {
			return false;
		}
		return codes.indexOf('y') >= 0 || codes.indexOf('d') >= 0 || codes.indexOf('h') >= 0 || codes.contains("mm")
				|| codes.contains("ss");
	}

}
