package io.kehu.customer.support;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneRulesException;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.List;

import io.kehu.customer.support.sla.BusinessCalendar;
import io.kehu.customer.support.sla.OpeningHours;
import io.kehu.platform.json.Texts;
import io.kehu.platform.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * The client-writable fields of a calendar: the body of a create or a bulk line, and the
 * target of a merge patch.
 *
 * @param timeZone the name of a time zone, for example {@code Europe/Berlin}
 * @param hours the intervals in which business is open, several a day
 * @param holidays the days on which it is closed
 */
record CalendarDetails(@NotBlank @Size(max = 100) String name, @NotBlank @Size(max = 60) String timeZone,
		@NotNull @Size(min = 1, max = 100) List<@NotNull @Valid WeeklyHours> hours,
		@Size(max = 1000) List<@NotNull LocalDate> holidays) {

	CalendarDetails {
		name = Texts.strip(name);
		holidays = (holidays != null) ? holidays : List.of();
	}

	/**
	 * Checks that business can be open.
	 * @throws ProblemException 400 if the zone is unknown, or the hours are not in order,
	 * overlap or are too short
	 */
	void check() {
		if (!isZone(this.timeZone)) {
			throw ProblemException.invalid("/timeZone", "unknown_time_zone",
					"must be the name of a time zone, such as Europe/Berlin");
		}
		List<OpeningHours> intervals = new ArrayList<>();
		for (WeeklyHours interval : this.hours) {
			try {
				intervals.add(interval.toOpeningHours());
			}
			catch (IllegalArgumentException ex) {
				throw ProblemException.invalid("/hours/%d/to".formatted(intervals.size()), "out_of_range",
						"must be after from");
			}
		}
		try {
			toCalendar(this.timeZone, intervals, this.holidays);
		}
		catch (IllegalArgumentException ex) {
			throw ProblemException.invalid("/hours", "invalid_hours",
					"must not overlap, and must add up to an hour a week");
		}
	}

	private static boolean isZone(String name) {
		try {
			return ZoneRulesProvider.getRules(name, false) != null;
		}
		catch (ZoneRulesException ex) {
			return false;
		}
	}

	static BusinessCalendar toCalendar(String timeZone, List<OpeningHours> hours, List<LocalDate> holidays) {
		return new BusinessCalendar(ZoneId.of(timeZone), hours, holidays);
	}

}
