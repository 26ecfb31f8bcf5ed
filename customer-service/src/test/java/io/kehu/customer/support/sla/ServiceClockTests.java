package io.kehu.customer.support.sla;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ServiceClockTests {

	private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

	private static final BusinessCalendar OFFICE = weekdays(BERLIN, 9 * 60, 17 * 60);

	@Test
	void runsOnTheNextDayThatIsOpen() {
		// Friday, 16:30; Monday is a holiday
		ServiceClock clock = clock(OFFICE, 60, "2026-04-03T14:30:00Z+");
		assertThat(clock.due()).isEqualTo("2026-04-07T07:30:00Z");
		assertThat(clock.due(50)).isEqualTo("2026-04-03T15:00:00Z");
		assertThat(clock.counted(Instant.parse("2026-04-07T07:10:00Z"))).containsExactly(
				span("2026-04-03T14:30:00Z", "2026-04-03T15:00:00Z"),
				span("2026-04-07T07:00:00Z", "2026-04-07T07:10:00Z"));
	}

	@Test
	void stopsWhileItIsPaused() {
		ServiceClock paused = clock(OFFICE, 120, "2026-06-01T07:00:00Z+", "2026-06-01T08:00:00Z-");
		assertThat(paused.due()).isNull();
		assertThat(paused.due(50)).isEqualTo("2026-06-01T08:00:00Z");
		ServiceClock resumed = clock(OFFICE, 120, "2026-06-01T07:00:00Z+", "2026-06-01T08:00:00Z-",
				"2026-06-02T20:00:00Z+");
		assertThat(resumed.due()).isEqualTo("2026-06-03T08:00:00Z");
		assertThat(resumed.breached(Instant.parse("2026-06-03T08:00:00Z"))).isFalse();
		assertThat(resumed.breached(Instant.parse("2026-06-03T08:00:01Z"))).isTrue();
	}

	@Test
	void isMetIfItStopsWhenItIsDue() {
		ServiceClock met = clock(OFFICE, 60, "2026-06-01T07:00:00Z+", "2026-06-01T08:00:00Z-");
		assertThat(met.due()).isEqualTo("2026-06-01T08:00:00Z");
		assertThat(met.breached(Instant.parse("2026-07-01T00:00:00Z"))).isFalse();
	}

	@Test
	void isBreachedByReopeningAfterItWasDue() {
		ServiceClock reopened = clock(OFFICE, 60, "2026-06-01T07:00:00Z+", "2026-06-01T08:00:00Z-",
				"2026-06-05T07:00:00Z+", "2026-06-05T07:00:01Z-");
		assertThat(reopened.breached(Instant.parse("2026-06-05T07:00:01Z"))).isTrue();
	}

	@Test
	void isOverdueOnceTheOfficeIsClosed() {
		ServiceClock clock = clock(OFFICE, 60, "2026-06-05T14:00:00Z+");
		assertThat(clock.due()).isEqualTo("2026-06-05T15:00:00Z");
		assertThat(clock.breached(Instant.parse("2026-06-06T10:00:00Z"))).isTrue();
	}

	@Test
	void countsTheHourThatClocksShowTwiceAndNotTheOneTheySkip() {
		BusinessCalendar nights = new BusinessCalendar(BERLIN, List.of(new OpeningHours(DayOfWeek.SUNDAY, 60, 240)),
				Set.of());
		assertThat(Span.total(nights.open(day("2026-10-25"), day("2026-10-26")))).isEqualTo(Duration.ofHours(4));
		assertThat(Span.total(nights.open(day("2026-03-29"), day("2026-03-30")))).isEqualTo(Duration.ofHours(2));
		assertThat(Span.total(nights.open(day("2026-06-07"), day("2026-06-08")))).isEqualTo(Duration.ofHours(3));
	}

	@Test
	void joinsHoursAroundMidnight() {
		BusinessCalendar always = new BusinessCalendar(BERLIN,
				Arrays.stream(DayOfWeek.values()).map((day) -> new OpeningHours(day, 0, OpeningHours.DAY)).toList(),
				Set.of());
		assertThat(always.open(day("2026-03-20"), day("2026-04-20")))
			.containsExactly(new Span(day("2026-03-20"), day("2026-04-20")));
	}

	@Test
	void needsACalendarThatIsOpenAndUnambiguous() {
		assertThatIllegalArgumentException().isThrownBy(() -> new BusinessCalendar(BERLIN, List.of(), Set.of()));
		assertThatIllegalArgumentException().isThrownBy(
				() -> new BusinessCalendar(BERLIN, List.of(new OpeningHours(DayOfWeek.MONDAY, 0, 59)), Set.of()));
		assertThatIllegalArgumentException().isThrownBy(() -> new BusinessCalendar(BERLIN,
				List.of(new OpeningHours(DayOfWeek.MONDAY, 0, 60), new OpeningHours(DayOfWeek.MONDAY, 59, 90)),
				Set.of()));
		assertThatIllegalArgumentException().isThrownBy(() -> new OpeningHours(DayOfWeek.MONDAY, 60, 60));
		assertThatIllegalArgumentException().isThrownBy(() -> new OpeningHours(DayOfWeek.MONDAY, 60, 1441));
	}

	private static BusinessCalendar weekdays(ZoneId zone, int from, int to) {
		return new BusinessCalendar(zone,
				EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)
					.stream()
					.map((day) -> new OpeningHours(day, from, to))
					.toList(),
				Set.of(LocalDate.of(2026, 4, 6)));
	}

	/** Creates a clock that starts at instants with a plus and stops at the others. */
	private static ServiceClock clock(BusinessCalendar calendar, int minutes, String... switches) {
		return new ServiceClock(calendar, Duration.ofMinutes(minutes),
				Arrays.stream(switches)
					.map((text) -> new Switch(Instant.parse(text.substring(0, text.length() - 1)), text.endsWith("+")))
					.toList());
	}

	private static Span span(String from, String to) {
		return new Span(Instant.parse(from), Instant.parse(to));
	}

	private static Instant day(String date) {
		return LocalDate.parse(date).atStartOfDay(BERLIN).toInstant();
	}

}
