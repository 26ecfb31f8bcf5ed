package io.kehu.migration.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Locale;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/**
 * Turns a workbook's cells into texts: dates in ISO 8601, numbers plain, or with the
 * zeros that their format fills them up with, formulas by their stored result.
 */
final class WorkbookCells {

	private static final double LAST_DAY = 2_958_466;

	private static final int SECONDS_PER_DAY = 86_400;

	/**
	 * The number of 29 February 1900, a day that spreadsheets count and that never was.
	 */
	private static final int DAY_THAT_NEVER_WAS = 60;

	private static final LocalDate FIRST_DAYS = LocalDate.of(1899, 12, 31);

	private static final LocalDate USUAL = LocalDate.of(1899, 12, 30);

	private static final LocalDate SYSTEM_OF_1904 = LocalDate.of(1904, 1, 1);

	private final boolean system1904;

	private final LineProblems problems;

	WorkbookCells(boolean system1904, LineProblems problems) {
		this.system1904 = system1904;
		this.problems = problems;
	}

	/** The texts of a row up to its last cell that has any; none for a blank row. */
	@Nullable String[] texts(Row row) {
		@Nullable String[] texts = new String[row.getCellCount()];
		int size = 0;
		for (int i = 0; i < texts.length; i++) {
			Cell cell = row.getCell(i);
			String text = (cell == null) ? null : text(cell, row.getRowNum());
			if (text != null && !text.isEmpty()) {
				texts[i] = text;
				size = i + 1;
			}
		}
		return Arrays.copyOf(texts, size);
	}

	private @Nullable String text(Cell cell, long line) {
		String raw = cell.getRawValue();
		if (raw == null && cell.getFormula() != null) {
			this.problems.add(line, LineProblemKind.NO_STORED_VALUE,
					"%s is a formula without a stored value: open and save the workbook in a spreadsheet"
						.formatted(cell.getAddress()),
					"=" + cell.getFormula());
			return null;
		}
		return switch (cell.getType()) {
			case STRING -> cell.getText();
			case BOOLEAN -> String.valueOf(cell.asBoolean());
			case NUMBER, FORMULA -> (raw != null) ? number(cell, raw, line) : null;
			case ERROR -> raw;
			case EMPTY -> null;
		};
	}

	private String number(Cell cell, String raw, long line) {
		double value;
		try {
			value = Double.parseDouble(raw);
		}
		catch (NumberFormatException ex) {
			return raw;
		}
		String format = cell.getDataFormatString();
		if (!Double.isFinite(value) || format == null) {
			return Double.isFinite(value) ? plain(value) : raw;
		}
		if (value >= 0 && value < LAST_DAY && NumberFormat.isDate(format)) {
			return date(cell, value, format, line);
		}
		boolean whole = value >= 0 && value == Math.rint(value);
		return whole ? NumberFormat.filled(plain(value), format) : plain(value);
	}

	private static String plain(double value) {
		BigDecimal exact = BigDecimal.valueOf(value);
		return ((exact.signum() == 0) ? BigDecimal.ZERO : exact.stripTrailingZeros()).toPlainString();
	}

	private String date(Cell cell, double value, String format, long line) {
		long seconds = Math.round(value * SECONDS_PER_DAY);
		long day = seconds / SECONDS_PER_DAY;
		LocalTime time = LocalTime.ofSecondOfDay(seconds % SECONDS_PER_DAY);
		if (NumberFormat.isDuration(format)) {
			return "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
		}
		boolean timed = format.toLowerCase(Locale.ROOT).contains("h");
		if (value < 1 && timed) {
			return time.toString();
		}
		if (!this.system1904 && (day == 0 || day == DAY_THAT_NEVER_WAS)) {
			this.problems
				.add(line, LineProblemKind.UNREADABLE_DATE,
						"%s is formatted as a date, and %s is the number of %s".formatted(cell.getAddress(),
								plain(value), (day == 0) ? "no day" : "29 February 1900, which never was"),
						plain(value));
			return plain(value);
		}
		LocalDate first = this.system1904 ? SYSTEM_OF_1904 : (day < DAY_THAT_NEVER_WAS) ? FIRST_DAYS : USUAL;
		LocalDateTime moment = first.plusDays(day).atTime(time);
		return (timed || !time.equals(LocalTime.MIDNIGHT)) ? moment.toString() : moment.toLocalDate().toString();
	}

}
