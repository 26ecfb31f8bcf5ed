package io.kehu.migration.survivorship;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import io.kehu.migration.table.MissingWords;
import org.jspecify.annotations.Nullable;

/**
 * Chooses among the values of a field. Empty values never win; of equals the earlier
 * record wins.
 *
 * @param kind how to choose
 * @param order for source priority the sources, for a custom order the values, best
 * first; what is not listed comes last
 */
public record SurvivorshipRule(Kind kind, List<String> order) {

	public SurvivorshipRule {
		order = List.copyOf(order);
		boolean needsOrder = kind == Kind.SOURCE_PRIORITY || kind == Kind.CUSTOM_ORDER;
		if (needsOrder == order.isEmpty()) {
			throw new IllegalArgumentException("%s %s an order".formatted(kind, needsOrder ? "needs" : "takes no"));
		}
	}

	/** Returns a rule that needs no order. */
	public static SurvivorshipRule of(Kind kind) {
		return new SurvivorshipRule(kind, List.of());
	}

	/** Returns the record whose value wins, or null when no record has one. */
	@Nullable SurvivorCandidate choose(String field, List<SurvivorCandidate> records) {
		return choose((record) -> text(record, field), records);
	}

	/**
	 * Returns the record whose value wins, or null when no record has one.
	 * @param value returns the value of a record, or an empty text when it has none
	 */
	@Nullable SurvivorCandidate choose(Function<SurvivorCandidate, String> value, List<SurvivorCandidate> records) {
		List<SurvivorCandidate> any = records.stream().filter((record) -> !value.apply(record).isEmpty()).toList();
		List<SurvivorCandidate> said = any.stream()
			.filter((record) -> !MissingWords.containsForCertain(value.apply(record)))
			.toList();
		List<SurvivorCandidate> filled = said.isEmpty() ? any : said;
		Comparator<SurvivorCandidate> best = comparator((record) -> value.apply(record).strip(), filled);
		SurvivorCandidate winner = null;
		for (SurvivorCandidate record : filled) {
			if (winner == null || best.compare(record, winner) < 0) {
				winner = record;
			}
		}
		return winner;
	}

	/** Puts the better record first. */
	private Comparator<SurvivorCandidate> comparator(Function<SurvivorCandidate, String> value,
			List<SurvivorCandidate> filled) {
		return switch (this.kind) {
			case NON_EMPTY -> Comparator.comparingInt((record) -> 0);
			case MOST_RECENT -> Comparator.comparing(SurvivorshipRule::changed).reversed();
			case LONGEST ->
				Comparator.<SurvivorCandidate>comparingInt((record) -> value.apply(record).length()).reversed();
			case MOST_FREQUENT -> {
				Map<String, Integer> counts = new HashMap<>();
				filled.forEach((record) -> counts.merge(value.apply(record), 1, Integer::sum));
				yield Comparator
					.<SurvivorCandidate>comparingInt((record) -> counts.getOrDefault(value.apply(record), 0))
					.reversed();
			}
			case SOURCE_PRIORITY -> Comparator.comparingInt((record) -> place(record.reference().source()));
			case CUSTOM_ORDER -> Comparator.comparingInt((record) -> place(value.apply(record)));
		};
	}

	private static Instant changed(SurvivorCandidate record) {
		Instant changed = record.changed();
		return (changed != null) ? changed : Instant.MIN;
	}

	private static String text(SurvivorCandidate record, String field) {
		String value = record.value(field);
		return (value != null) ? value : "";
	}

	private int place(String entry) {
		int place = this.order.indexOf(entry);
		return (place < 0) ? this.order.size() : place;
	}

	/**
	 * Ways to choose a value.
	 */
	public enum Kind {

		/** The first that is not empty. */
		NON_EMPTY,

		/** That of the record changed last. */
		MOST_RECENT,

		/** The longest. */
		LONGEST,

		/** That which most records have. */
		MOST_FREQUENT,

		/** That of the best source. */
		SOURCE_PRIORITY,

		/** That which comes first in a list of values. */
		CUSTOM_ORDER;

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
