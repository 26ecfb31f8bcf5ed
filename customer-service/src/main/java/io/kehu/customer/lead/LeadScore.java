package io.kehu.customer.lead;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The score of a lead with its reasons.
 *
 * @param score the chance in percent that it becomes a customer, from 2 to 98, or null
 * @param tooLittleData why there is no score, or null
 * @param prior the evidence before any field is looked at, in natural logarithms of odds
 * @param reasons the evidence of each field, the strongest first; empty without a score
 * @param fittedAt when the model was fitted, or null
 * @param won the number of leads that became customers which the model was learnt from
 * @param lost the number of lost leads which the model was learnt from
 */
record LeadScore(@Nullable Integer score, @Nullable String tooLittleData, @Nullable Double prior, List<Reason> reasons,
		@Nullable Instant fittedAt, long won, long lost) {

	/** Returns the score of a lead. */
	static LeadScore of(@Nullable LeadModel model, LeadDetails lead) {
		if (model == null) {
			return new LeadScore(null, "No model has been fitted yet.", null, List.of(), null, 0, 0);
		}
		if (!model.sufficient()) {
			return new LeadScore(null,
					"A score needs %d leads that became customers and %1$d that were lost.".formatted(LeadModel.LEAST),
					null, List.of(), model.fittedAt(), model.won(), model.lost());
		}
		Map<String, String> features = LeadFeatures.of(lead);
		return new LeadScore(model.score(features), null, model.prior(), model.reasons(features), model.fittedAt(),
				model.won(), model.lost());
	}

	/**
	 * The evidence of a field.
	 *
	 * @param value the value of the lead, grouped if it is a number
	 * @param evidence natural logarithm of how much more often this value occurs among
	 * won than among lost leads, from -2 to 2; above zero it speaks for the lead
	 * @param won the number of won leads with this value
	 * @param lost the number of lost leads with this value
	 */
	record Reason(String field, String value, double evidence, long won, long lost) {
	}

}
