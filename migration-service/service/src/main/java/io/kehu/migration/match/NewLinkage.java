package io.kehu.migration.match;

import java.util.List;
import java.util.Map;

import io.kehu.migration.survivorship.Survivorship;
import io.kehu.migration.survivorship.SurvivorshipRule;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Asks for records that mean the same to be found and merged. All but the sources may be
 * left to what suits most data.
 *
 * @param sources the data sets, linked together
 * @param acrossSources whether each source holds each entity once
 * @param matchProbability from which probability on records are joined unasked
 * @param reviewProbability from which probability on a person should look at a pair
 * @param roles what columns mean, such as GIVEN_NAME or DATE, where the steward knows
 * better than the detection
 * @param seed where samples start from
 * @param survivorship how the values of merged records are chosen, by column
 * @param otherwise how those of the other columns are chosen; else known records keep
 * theirs and have their gaps filled, and of others the most frequent survive
 * @param changedColumn the column that says when a record was changed last
 * @param name what people shall call the merged data set
 */
record NewLinkage(@NotEmpty @Size(max = 20) List<@Valid MatchSource> sources, @Nullable Boolean acrossSources,
		@Nullable @DecimalMin("0.01") @DecimalMax("0.9999") Double matchProbability,
		@Nullable @DecimalMin("0.0001") @DecimalMax("0.9999") Double reviewProbability,
		@Nullable @Size(max = 200) Map<String, String> roles, @Nullable Long seed,
		@Nullable @Size(max = 200) Map<String, @Valid SurvivorChoice> survivorship,
		@Nullable @Valid SurvivorChoice otherwise, @Nullable String changedColumn,
		@Nullable @Size(min = 1, max = 255) String name) {

	/**
	 * How a value is chosen among those of merged records.
	 *
	 * @param kind the way
	 * @param order for source_priority the sources, for custom_order the values, best
	 * first
	 */
	record SurvivorChoice(@jakarta.validation.constraints.NotNull SurvivorshipRule.Kind kind,
			@Nullable List<String> order) {

		SurvivorshipRule rule() {
			return new SurvivorshipRule(this.kind, (this.order != null) ? this.order : List.of());
		}

	}

	/**
	 * The rules of survivorship.
	 * @throws IllegalArgumentException when one has an order and takes none, or the other
	 * way round
	 */
	Survivorship rules() {
		Map<String, SurvivorshipRule> byColumn = new java.util.HashMap<>();
		if (this.survivorship != null) {
			this.survivorship.forEach((column, choice) -> byColumn.put(column, choice.rule()));
		}
		return new Survivorship(byColumn, (this.otherwise != null) ? this.otherwise.rule() : usual());
	}

	/** What is known stays, and its gaps are filled; among others the most agree. */
	private SurvivorshipRule usual() {
		List<String> known = this.sources.stream()
			.filter((source) -> source.entityColumn() != null)
			.map(MatchSource::knownAs)
			.toList();
		return known.isEmpty() ? SurvivorshipRule.of(SurvivorshipRule.Kind.MOST_FREQUENT)
				: new SurvivorshipRule(SurvivorshipRule.Kind.SOURCE_PRIORITY, known);
	}

}
