package io.kehu.migration.intake;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Writes the dates that a workbook stores as texts in the way of those that it stores as
 * numbers.
 */
final class IsoMoment {

	/** The dates of times of day without a date, which are those of the number 0. */
	private static final Set<LocalDate> NO_DATE = Set.of(LocalDate.of(1899, 12, 30), LocalDate.of(1899, 12, 31));

	private static final LocalDate NO_DATE_OF_1904 = LocalDate.of(1904, 1, 1);

	private IsoMoment() {
	}

	/**
	 * Returns how a date, a time or both are written, or null if the text is neither.
	 * @param text the text of the cell
	 * @param format the number format of the cell, if it has one
	 * @param system1904 whether the workbook counts its days from 1904
	 */
	static @Nullable String text(String text, @Nullable String format, boolean system1904) {
		String stripped = text.strip();
		try {
			TemporalAccessor moment = DateTimeFormatter.ISO_DATE_TIME.parseBest(stripped, OffsetDateTime::from,
					LocalDateTime::from);
			return (moment instanceof LocalDateTime local)
					? local(local, format != null && NumberFormat.isTimed(format), system1904) : moment.toString();
		}
		catch (DateTimeParseException ex) {
			return part(stripped);
		}
	}

	private static String local(LocalDateTime moment, boolean timed, boolean system1904) {
		LocalDate date = moment.toLocalDate();
		if (timed && (NO_DATE.contains(date) || (system1904 && NO_DATE_OF_1904.equals(date)))) {
			return moment.toLocalTime().toString();
		}
		return (timed || !moment.toLocalTime().equals(LocalTime.MIDNIGHT)) ? moment.toString() : date.toString();
	}

	private static @Nullable String part(String text) {
		try {
			DateTimeFormatter.ISO_DATE.parse(text);
			return text;
		}
		catch (DateTimeParseException ex) {
			try {
				return LocalTime.parse(text.startsWith("T") ? text.substring(1) : text).toString();
			}
			catch (DateTimeParseException other) {
				return null;
			}
		}
	}

}
