package io.kehu.customer.activity;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RepetitionTests {

	private static List<String> dates(Repetition repetition, String first, int most) {
		Instant start = Instant.parse(first);
		List<String> dates = new ArrayList<>();
		Instant date = start;
		while (date != null && dates.size() < most) {
			date = repetition.next(start, date).orElse(null);
			if (date != null) {
				dates.add(date.toString());
			}
		}
		return dates;
	}

	@Test
	void countsMonthsFromTheFirstDate() {
		assertThat(dates(new Repetition(1, RepeatUnit.MONTH, null, null), "2026-01-31T09:00:00Z", 4)).containsExactly(
				"2026-02-28T09:00:00Z", "2026-03-31T09:00:00Z", "2026-04-30T09:00:00Z", "2026-05-31T09:00:00Z");
		assertThat(dates(new Repetition(1, RepeatUnit.YEAR, null, null), "2024-02-29T09:00:00Z", 4)).containsExactly(
				"2025-02-28T09:00:00Z", "2026-02-28T09:00:00Z", "2027-02-28T09:00:00Z", "2028-02-29T09:00:00Z");
	}

	@Test
	void keepsTheLocalTime() {
		assertThat(dates(new Repetition(1, RepeatUnit.WEEK, "Europe/Berlin", null), "2026-03-23T08:00:00Z", 2))
			.containsExactly("2026-03-30T07:00:00Z", "2026-04-06T07:00:00Z");
	}

	@Test
	void endsAfterItsLastDay() {
		assertThat(dates(new Repetition(2, RepeatUnit.DAY, "Asia/Tokyo", LocalDate.of(2026, 1, 5)),
				"2026-01-01T00:00:00Z", 9))
			.containsExactly("2026-01-03T00:00:00Z", "2026-01-05T00:00:00Z");
	}

	@ParameterizedTest
	@CsvSource({ "DAY, 1", "DAY, 3", "WEEK, 2", "MONTH, 1", "MONTH, 5", "YEAR, 1" })
	void leavesNothingOut(RepeatUnit unit, int every) {
		Repetition repetition = new Repetition(every, unit, "America/New_York", null);
		Instant start = Instant.parse("2024-01-31T12:00:00Z");
		for (int day = 0; day < 800; day++) {
			Instant moment = start.plus(Duration.ofDays(day));
			Instant expected = start;
			int times = 0;
			while (!expected.isAfter(moment)) {
				times++;
				expected = start.atZone(java.time.ZoneId.of("America/New_York"))
					.plus((long) times * every, unit.unit())
					.toInstant();
			}
			assertThat(repetition.next(start, moment)).contains(expected);
		}
	}

}
