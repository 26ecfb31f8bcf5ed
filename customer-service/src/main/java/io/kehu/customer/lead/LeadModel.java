package io.kehu.customer.lead;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A naive Bayes model of which leads become customers (Duda &amp; Hart 1973), learnt from
 * those that did and those that were lost.
 * <p>
 * The evidence of a value is the logarithm of how much more often it occurs among won
 * than among lost leads. Counts are smoothed by one (Laplace), the evidence of a field is
 * limited to two and their sum to four, since fields are not independent. A value that
 * has not been seen yet is no evidence.
 *
 * @param won the number of leads that became customers
 * @param lost the number of leads that were lost
 * @param counts how often each value of each field occurred
 */
record LeadModel(UUID id, Instant fittedAt, long won, long lost, List<Count> counts) {

	/** The number of won and of lost leads that a model needs. */
	static final int LEAST = 20;

	private static final double MOST_OF_A_FIELD = 2;

	private static final double MOST = 4;

	/** Returns whether there are enough leads to learn from. */
	boolean sufficient() {
		return this.won >= LEAST && this.lost >= LEAST;
	}

	/** Returns the evidence of each field of a lead, the strongest first. */
	List<LeadScore.Reason> reasons(Map<String, String> features) {
		Map<String, List<Count>> fields = this.counts.stream().collect(Collectors.groupingBy(Count::field));
		List<LeadScore.Reason> reasons = new ArrayList<>();
		features.forEach((field, value) -> {
			List<Count> values = fields.getOrDefault(field, List.of());
			Count count = values.stream().filter((one) -> one.value().equals(value)).findFirst().orElse(null);
			reasons.add(new LeadScore.Reason(field, value, rounded(evidence(count, values.size())),
					(count != null) ? count.won() : 0, (count != null) ? count.lost() : 0));
		});
		reasons.sort(Comparator.comparingDouble((LeadScore.Reason reason) -> -Math.abs(reason.evidence()))
			.thenComparing(LeadScore.Reason::field));
		return reasons;
	}

	private double evidence(@Nullable Count count, int values) {
		if (count == null) {
			return 0;
		}
		double amongWon = (count.won() + 1.0) / (this.won + values);
		double amongLost = (count.lost() + 1.0) / (this.lost + values);
		return clamped(Math.log(amongWon / amongLost), MOST_OF_A_FIELD);
	}

	/** Returns the evidence before any field is looked at. */
	double prior() {
		return rounded(clamped(Math.log((this.won + 1.0) / (this.lost + 1.0)), MOST_OF_A_FIELD));
	}

	/**
	 * Returns the chance in percent that a lead becomes a customer, or null if there is
	 * too little data.
	 */
	@Nullable Integer score(Map<String, String> features) {
		if (!sufficient()) {
			return null;
		}
		double sum = prior() + reasons(features).stream().mapToDouble(LeadScore.Reason::evidence).sum();
		return (int) Math.round(100 / (1 + Math.exp(-clamped(sum, MOST))));
	}

	private static double clamped(double value, double limit) {
		return Math.max(-limit, Math.min(limit, value));
	}

	private static double rounded(double value) {
		return Math.round(value * 1000) / 1000.0;
	}

	/**
	 * How often a value of a field occurred.
	 */
	record Count(String field, String value, long won, long lost) {
	}

}
