package io.kehu.customer.support.sla;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares clocks around changes of the time zone's offset to a count of each minute.
 */
class ServiceClockPropertyTests {

	private static final int CASES = 12;

	private static final int DAYS = 16;

	@ParameterizedTest
	@ValueSource(strings = { "Europe/Berlin", "America/New_York", "America/Sao_Paulo", "America/Havana",
			"Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia", "Pacific/Chatham", "Asia/Tehran", "UTC" })
	void countWhatAWatchWould(String zone) {
		for (int seed = 0; seed < CASES; seed++) {
			check(ZoneId.of(zone), new Random(seed), zone + " with seed " + seed);
		}
	}

	private static void check(ZoneId zone, Random random, String name) {
		Instant start = start(zone, random);
		Instant horizon = start.plus(DAYS, ChronoUnit.DAYS);
		MinuteCounter minutes = new MinuteCounter(zone, hours(random), holidays(start, random),
				switches(start, random));
		BusinessCalendar calendar = new BusinessCalendar(zone, minutes.hours(), minutes.holidays());
		long target = 1 + random.nextInt(4000);
		ServiceClock clock = new ServiceClock(calendar, Duration.ofMinutes(target), minutes.switches());
		assertThat(Span.total(clock.counted(horizon))).as(name).isEqualTo(Duration.ofMinutes(minutes.elapsed(horizon)));
		clock.counted(horizon).forEach((span) -> assertCounted(minutes, span, name));
		Instant due = minutes.due(target, horizon);
		if (due != null || !clock.running()) {
			assertThat(clock.due()).as(name).isEqualTo(due);
		}
		else {
			assertThat(clock.due()).as(name).isAfterOrEqualTo(horizon);
		}
		assertThat(clock.breached(horizon)).as(name).isEqualTo(due != null && (clock.running() || late(minutes, due)));
	}

	/** Returns whether the clock runs at any time after a moment. */
	private static boolean late(MinuteCounter minutes, Instant due) {
		boolean running = false;
		for (Switch next : minutes.switches()) {
			if (running && next.at().isAfter(due)) {
				return true;
			}
			running = next.running();
		}
		return false;
	}

	private static void assertCounted(MinuteCounter minutes, Span span, String name) {
		assertThat(minutes.open(span.from())).as(name).isTrue();
		assertThat(minutes.open(span.to().minusSeconds(60))).as(name).isTrue();
	}

	/** Returns a moment some days before the offset changes, or any if it never does. */
	private static Instant start(ZoneId zone, Random random) {
		Instant from = LocalDate.of(2008 + random.nextInt(16), 1 + random.nextInt(12), 1)
			.atStartOfDay(ZoneOffset.UTC)
			.toInstant();
		ZoneOffsetTransition change = random.nextBoolean() ? zone.getRules().nextTransition(from)
				: zone.getRules().previousTransition(Instant.parse("2012-01-02T00:00:00Z"));
		Instant near = (change != null && change.getInstant().isAfter(Instant.parse("2000-01-01T00:00:00Z")))
				? change.getInstant() : from;
		return near.minus(random.nextInt(5 * 24 * 60), ChronoUnit.MINUTES);
	}

	/** Returns one or two intervals a day, which may reach midnight or begin there. */
	private static List<OpeningHours> hours(Random random) {
		List<OpeningHours> hours = new ArrayList<>();
		hours.add(new OpeningHours(DayOfWeek.SUNDAY, random.nextInt(120), 150 + random.nextInt(120)));
		for (DayOfWeek day : DayOfWeek.values()) {
			int noon = 300 + random.nextInt(600);
			if (random.nextInt(4) > 0) {
				hours.add(new OpeningHours(day, random.nextBoolean() ? noon : noon + 90, OpeningHours.DAY));
			}
			if (random.nextBoolean() && day != DayOfWeek.SUNDAY) {
				hours.add(new OpeningHours(day, random.nextBoolean() ? 0 : 119, noon - random.nextInt(30)));
			}
		}
		return hours;
	}

	private static Set<LocalDate> holidays(Instant start, Random random) {
		Set<LocalDate> holidays = new HashSet<>();
		for (int i = 0; i < random.nextInt(4); i++) {
			holidays.add(LocalDate.ofInstant(start, ZoneOffset.UTC).plusDays(random.nextInt(DAYS)));
		}
		return holidays;
	}

	/** Returns pauses over minutes, hours or nights, the last of which may not end. */
	private static List<Switch> switches(Instant start, Random random) {
		List<Switch> switches = new ArrayList<>(List.of(new Switch(start, true)));
		Instant at = start;
		for (int i = 0; i < random.nextInt(7); i++) {
			at = at.plus(random.nextInt(2400), ChronoUnit.MINUTES);
			switches.add(new Switch(at, random.nextInt(8) == 0 || i % 2 == 1));
		}
		return switches;
	}

}
