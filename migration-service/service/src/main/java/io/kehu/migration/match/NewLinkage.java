package io.kehu.migration.match;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.kehu.migration.matching.field.ColumnRole;
import io.kehu.migration.survivorship.Survivorship;
import io.kehu.migration.survivorship.SurvivorshipRule;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A request to link and merge records that denote the same entity. Everything but the
 * sources is optional.
 *
 * @param sources the data sets to link
 * @param acrossSources whether each source contains each entity at most once
 * @param matchProbability the probability from which on records are joined automatically
 * @param reviewProbability the probability from which on a pair is to be reviewed
 * @param roles the roles of columns by their names, where the detection is to be
 * corrected
 * @param seed the seed of samples
 * @param survivorship how the surviving value is chosen, by column
 * @param otherwise how the surviving values of other columns are chosen; by default,
 * known records keep their values and have gaps filled, and otherwise the most frequent
 * value survives
 * @param changedColumn the column with the time of the latest change of a record
 * @param name the name of the merged data set
 */
record NewLinkage(@NotEmpty @Size(max = 20) List<@Valid MatchSource> sources, @Nullable Boolean acrossSources,
		@Nullable @DecimalMin("0.01") @DecimalMax("0.9999") Double matchProbability,
		@Nullable @DecimalMin("0.0001") @DecimalMax("0.9999") Double reviewProbability,
		@Schema(description = "The roles of columns by their names, where the detection is to be corrected; see"
				+ " /linkages/roles") @Nullable @Size(max = 200) Map<String, @NotNull ColumnRole> roles,
		@Nullable Long seed, @Nullable @Size(max = 200) Map<String, @Valid SurvivorChoice> survivorship,
		@Nullable @Valid SurvivorChoice otherwise, @Nullable String changedColumn,
		@Nullable @Size(min = 1, max = 255) String name) {

	/**
	 * How the surviving value is chosen among those of merged records.
	 *
	 * @param kind the way
	 * @param order the sources for source_priority, or the values for custom_order, best
	 * first
	 */
	record SurvivorChoice(@NotNull SurvivorshipRule.Kind kind, @Nullable List<String> order) {

		SurvivorshipRule rule() {
			return new SurvivorshipRule(this.kind, (this.order != null) ? this.order : List.of());
		}

	}

	Map<String, ColumnRole> rolesOrDetected() {
		return (this.roles != null) ? this.roles : Map.of();
	}

	/** Returns the data sets by the names of the sources, once the job has begun. */
	Map<String, UUID> dataSets() {
		return this.sources.stream().collect(Collectors.toMap(MatchSource::knownAs, MatchSource::dataSetId));
	}

	/** Returns the names of the sources of known records, once the job has begun. */
	Set<String> knownSources() {
		return this.sources.stream()
			.filter((source) -> source.entityColumn() != null)
			.map(MatchSource::knownAs)
			.collect(Collectors.toSet());
	}

	/**
	 * Returns the rules of survivorship.
	 * @throws IllegalArgumentException if an order is missing or superfluous
	 */
	Survivorship rules() {
		Map<String, SurvivorshipRule> byColumn = new java.util.HashMap<>();
		if (this.survivorship != null) {
			this.survivorship.forEach((column, choice) -> byColumn.put(column, choice.rule()));
		}
		return new Survivorship(byColumn, (this.otherwise != null) ? this.otherwise.rule() : usual());
	}

	/**
	 * Known values stay and their gaps are filled; otherwise the most frequent value
	 * survives.
	 */
	private SurvivorshipRule usual() {
		List<String> known = this.sources.stream()
			.filter((source) -> source.entityColumn() != null)
			.map(MatchSource::knownAs)
			.toList();
		return known.isEmpty() ? SurvivorshipRule.of(SurvivorshipRule.Kind.MOST_FREQUENT)
				: new SurvivorshipRule(SurvivorshipRule.Kind.SOURCE_PRIORITY, known);
	}

}
