package io.kehu.migration.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/**
 * Turns a workbook's cells into texts: dates in ISO 8601, numbers plain, or with the
 * zeros that their format fills them up with, formulas by their stored result.
 */
final class WorkbookCells {

	private static final double LAST_DAY = 2_958_466;

	private static final long MILLIS_PER_DAY = 86_400_000;

	/**
	 * The number of 29 February 1900, a day that spreadsheets count and that never was.
	 */
	private static final int DAY_THAT_NEVER_WAS = 60;

	private static final LocalDate FIRST_DAYS = LocalDate.of(1899, 12, 31);

	private static final LocalDate USUAL = LocalDate.of(1899, 12, 30);

	private static final LocalDate SYSTEM_OF_1904 = LocalDate.of(1904, 1, 1);

	private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

	/** A whole number, which may have more digits than a double holds. */
	private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+(?:\\.0*)?");

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
			case STRING -> unescaped(cell.getText());
			case BOOLEAN -> String.valueOf(cell.asBoolean());
			case FORMULA -> PlainCells.DATE.equals(cell.getFormula()) ? moment(cell, String.valueOf(raw), line)
					: (cell.getValue() instanceof String result) ? unescaped(result)
							: (raw != null) ? number(cell, raw, line) : null;
			case NUMBER -> (raw != null) ? number(cell, raw, line) : null;
			case ERROR -> raw;
			case EMPTY -> null;
		};
	}

	/**
	 * Returns a text with the characters that spreadsheets write as their codes; those
	 * that cannot be stored stay codes.
	 */
	private static String unescaped(String text) {
		return (text.indexOf("_x") < 0) ? text : ESCAPED.matcher(text).replaceAll((found) -> {
			char symbol = (char) Integer.parseInt(found.group(1), 16);
			boolean storable = (symbol >= ' ' || symbol == '\t' || symbol == '\n' || symbol == '\r')
					&& !Character.isSurrogate(symbol);
			return Matcher.quoteReplacement(storable ? String.valueOf(symbol) : found.group());
		});
	}

	private String number(Cell cell, String raw, long line) {
		double value;
		String plain;
		try {
			value = Double.parseDouble(raw);
			plain = Double.isFinite(value) ? plain(raw.strip(), value) : raw;
		}
		catch (NumberFormatException ex) {
			return raw;
		}
		String format = cell.getDataFormatString();
		if (!Double.isFinite(value) || format == null) {
			return plain;
		}
		if (value >= 0 && value < LAST_DAY && NumberFormat.isDate(format)) {
			return date(cell, value, format, line);
		}
		boolean whole = value >= 0 && value == Math.rint(value);
		return whole ? NumberFormat.filled(plain, format) : plain;
	}

	private String moment(Cell cell, String raw, long line) {
		String text = IsoMoment.text(raw, cell.getDataFormatString(), this.system1904);
		if (text == null) {
			this.problems.add(line, LineProblemKind.UNREADABLE_DATE,
					"%s is stored as a date, and is none".formatted(cell.getAddress()), raw);
		}
		return (text != null) ? text : raw;
	}

	/**
	 * Returns a number with the fewest digits that tell it from others: workbooks store
	 * 0.29 as 0.28999999999999998. Whole numbers keep all of theirs.
	 */
	private static String plain(String raw, double value) {
		return WHOLE.matcher(raw).matches() ? plain(new BigDecimal(raw)) : plain(value);
	}

	private static String plain(double value) {
		return plain(BigDecimal.valueOf(value));
	}

	private static String plain(BigDecimal exact) {
		return ((exact.signum() == 0) ? BigDecimal.ZERO : exact.stripTrailingZeros()).toPlainString();
	}

	private String date(Cell cell, double value, String format, long line) {
		long unit = NumberFormat.hasFractions(format) ? 1 : 1000;
		long millis = Math.round(value * MILLIS_PER_DAY / unit) * unit;
		long day = millis / MILLIS_PER_DAY;
		LocalTime time = LocalTime.ofNanoOfDay(millis % MILLIS_PER_DAY * 1_000_000);
		if (NumberFormat.isDuration(format)) {
			return duration(millis);
		}
		boolean timed = NumberFormat.isTimed(format);
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

	private static String duration(long millis) {
		String fraction = (millis % 1000 == 0) ? "" : ".%03d".formatted(millis % 1000);
		long seconds = millis / 1000;
		return "%d:%02d:%02d%s".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60, fraction);
	}

}
