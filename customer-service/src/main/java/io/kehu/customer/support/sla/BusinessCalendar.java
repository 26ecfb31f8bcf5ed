package io.kehu.customer.support.sla;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Determines when business is open: during weekly hours by the clocks of a time zone,
 * except on holidays.
 * <p>
 * When clocks are set forward, hours that they skip are not open time; when they are set
 * back, hours that they show twice are open twice.
 */
public final class BusinessCalendar {

	/**
	 * The least open time of a week in minutes, which bounds the search for a moment.
	 */
	public static final int LEAST_MINUTES = 60;

	private static final Duration STEP = Duration.ofDays(7);

	private final ZoneRules zone;

	private final Map<DayOfWeek, List<OpeningHours>> hours = new EnumMap<>(DayOfWeek.class);

	private final Set<LocalDate> holidays;

	/**
	 * Creates a calendar.
	 * @throws IllegalArgumentException if it is open for less than {@link #LEAST_MINUTES}
	 * a week, or hours overlap
	 */
	public BusinessCalendar(ZoneId zone, Collection<OpeningHours> hours, Collection<LocalDate> holidays) {
		if (minutes(hours) < LEAST_MINUTES) {
			throw new IllegalArgumentException("A calendar must be open for at least an hour a week");
		}
		this.zone = zone.getRules();
		this.holidays = Set.copyOf(holidays);
		hours.stream()
			.sorted(Comparator.comparingInt(OpeningHours::from))
			.forEach(
					(interval) -> this.hours.computeIfAbsent(interval.day(), (day) -> new ArrayList<>()).add(interval));
		this.hours.values().forEach(BusinessCalendar::checkDisjoint);
	}

	private static int minutes(Collection<OpeningHours> hours) {
		return hours.stream().mapToInt((interval) -> interval.to() - interval.from()).sum();
	}

	private static void checkDisjoint(List<OpeningHours> day) {
		for (int i = 1; i < day.size(); i++) {
			if (day.get(i).from() < day.get(i - 1).to()) {
				throw new IllegalArgumentException("Hours on %s overlap".formatted(day.get(i).day()));
			}
		}
	}

	/**
	 * Returns the open time between two instants, as disjoint spans in order.
	 */
	public List<Span> open(Instant from, Instant to) {
		List<Span> open = new ArrayList<>();
		if (from.isBefore(to)) {
			// Clocks that are set back at midnight show the day before once more
			LocalDate last = date(to).plusDays(1);
			for (LocalDate date = date(from).minusDays(1); !date.isAfter(last); date = date.plusDays(1)) {
				addOpen(date, new Span(from, to), open);
			}
			open.sort(Comparator.comparing(Span::from));
		}
		return joined(open);
	}

	/**
	 * Returns the moment at which this much open time has passed.
	 * @param openTime more than zero
	 */
	public Instant after(Instant start, Duration openTime) {
		Duration left = openTime;
		Instant from = start;
		while (true) {
			Instant to = from.plus(STEP);
			for (Span span : open(from, to)) {
				if (span.length().compareTo(left) >= 0) {
					return span.from().plus(left);
				}
				left = left.minus(span.length());
			}
			from = to;
		}
	}

	private LocalDate date(Instant instant) {
		return LocalDateTime.ofInstant(instant, this.zone.getOffset(instant)).toLocalDate();
	}

	private void addOpen(LocalDate date, Span within, List<Span> open) {
		List<OpeningHours> day = this.hours.get(date.getDayOfWeek());
		if (day == null || this.holidays.contains(date)) {
			return;
		}
		LocalDateTime midnight = date.atStartOfDay();
		for (Stretch stretch : stretches(midnight)) {
			for (OpeningHours interval : day) {
				Instant from = latest(midnight.plusMinutes(interval.from()).toInstant(stretch.offset()), stretch.from(),
						within.from());
				Instant to = earliest(midnight.plusMinutes(interval.to()).toInstant(stretch.offset()), stretch.to(),
						within.to());
				if (from.isBefore(to)) {
					open.add(new Span(from, to));
				}
			}
		}
	}

	/** Returns all stretches with one offset that a day can have a part in. */
	private List<Stretch> stretches(LocalDateTime midnight) {
		List<Stretch> stretches = new ArrayList<>();
		Instant from = midnight.minusDays(1).toInstant(ZoneOffset.UTC);
		Instant end = midnight.plusDays(2).toInstant(ZoneOffset.UTC);
		ZoneOffsetTransition next = this.zone.nextTransition(from);
		while (next != null && next.getInstant().isBefore(end)) {
			stretches.add(new Stretch(from, next.getInstant(), next.getOffsetBefore()));
			from = next.getInstant();
			next = this.zone.nextTransition(from);
		}
		stretches.add(new Stretch(from, end, this.zone.getOffset(from)));
		return stretches;
	}

	private static Instant latest(Instant first, Instant second, Instant third) {
		Instant later = first.isAfter(second) ? first : second;
		return later.isAfter(third) ? later : third;
	}

	private static Instant earliest(Instant first, Instant second, Instant third) {
		Instant earlier = first.isBefore(second) ? first : second;
		return earlier.isBefore(third) ? earlier : third;
	}

	/** Joins spans without a gap between them, such as those around midnight. */
	private static List<Span> joined(List<Span> spans) {
		List<Span> joined = new ArrayList<>();
		for (Span span : spans) {
			int last = joined.size() - 1;
			if (last >= 0 && joined.get(last).to().equals(span.from())) {
				joined.set(last, new Span(joined.get(last).from(), span.to()));
			}
			else {
				joined.add(span);
			}
		}
		return List.copyOf(joined);
	}

	/**
	 * A span in which clocks differ from UTC by the same offset.
	 */
	private record Stretch(Instant from, Instant to, ZoneOffset offset) {
	}

}
