package io.kehu.migration.profile.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.kehu.migration.page.FigureFormat;
import io.kehu.migration.profile.ColumnProfile;
import io.kehu.migration.profile.ColumnValueType;
import io.kehu.migration.profile.Counted;
import io.kehu.migration.profile.DateSummary;
import io.kehu.migration.profile.NumberSummary;
import org.jspecify.annotations.Nullable;

/**
 * A column as the template of the profile page shows it.
 *
 * @param place its place among the columns, from 0
 * @param column its profile
 */
public record ColumnView(int place, ColumnProfile column) {

	private static final int SHOWN = 8;

	private static final int EXTREMES = 3;

	private static final FigureFormat FIGURES = new FigureFormat();

	/** Returns the style class of the column's type. */
	public String type() {
		return this.column.type().name().toLowerCase(Locale.ROOT);
	}

	/** Returns the counts that give a first impression of the distribution. */
	public List<Long> impression() {
		Distribution distribution = distribution();
		return (distribution != null) ? distribution.counts()
				: this.column.topValues().stream().map(Counted::count).toList();
	}

	/** Returns the distribution of numbers or days, null for other columns. */
	public @Nullable Distribution distribution() {
		NumberSummary numbers = this.column.numbers();
		DateSummary days = this.column.days();
		if (numbers != null) {
			return Distribution.of(this.column, numbers);
		}
		return (days != null) ? Distribution.of(this.column.name(), days) : null;
	}

	/** Returns the most frequent values. */
	public List<Counted> topValues() {
		return this.column.topValues().stream().limit(SHOWN).toList();
	}

	/** Returns the most frequent patterns. */
	public List<Counted> patterns() {
		return this.column.patterns().stream().limit(SHOWN).toList();
	}

	/** Returns the quantiles of a column of numbers. */
	public List<Fact> quantiles() {
		NumberSummary numbers = this.column.numbers();
		if (numbers == null) {
			return List.of();
		}
		NumberSummary.Quantiles quantiles = numbers.quantiles();
		return List.of(Fact.of("min", quantiles.minimum()), Fact.of("1%", quantiles.p01()),
				Fact.of("5%", quantiles.p05()), Fact.of("25%", quantiles.lower()), Fact.of("50%", quantiles.median()),
				Fact.of("75%", quantiles.upper()), Fact.of("95%", quantiles.p95()), Fact.of("99%", quantiles.p99()),
				Fact.of("max", quantiles.maximum()));
	}

	/** Returns what is known of the column in a few words each. */
	public List<Fact> facts() {
		ColumnProfile profile = this.column;
		List<Fact> facts = new ArrayList<>();
		facts.add(new Fact("With a value",
				"%s (%s)".formatted(FIGURES.count(profile.values()), FIGURES.share(profile.values(), profile.rows()))));
		facts.add(new Fact("Empty", FIGURES.count(profile.missing().blank())));
		profile.missing()
			.words()
			.forEach((word) -> facts.add(new Fact("“%s”".formatted(word.value()), FIGURES.count(word.count()))));
		facts.add(new Fact("Distinct values", FIGURES.count(profile.distinct().count(), profile.distinct().exact())));
		if (profile.type() != ColumnValueType.TEXT && profile.type() != ColumnValueType.EMPTY) {
			facts.add(new Fact("Of the column’s type",
					FIGURES.share(Math.round(profile.typeShare() * profile.values()), profile.values())));
		}
		facts.add(new Fact("Length", length(profile.lengths())));
		NumberSummary numbers = profile.numbers();
		if (numbers != null) {
			facts.add(new Fact("Mean ± deviation",
					"%s ± %s".formatted(FIGURES.number(numbers.mean()), FIGURES.number(numbers.deviation()))));
			facts.add(new Fact("Zero", FIGURES.count(numbers.zeros())));
			facts.add(new Fact("Negative", FIGURES.count(numbers.negatives())));
			facts.add(new Fact("Lowest", join(numbers.outliers().lowest())));
			facts.add(new Fact("Highest", join(numbers.outliers().highest())));
		}
		return facts;
	}

	private static String length(ColumnProfile.Lengths lengths) {
		if (lengths.shortest() == lengths.longest()) {
			return FIGURES.count(lengths.shortest());
		}
		return "%s to %s, mean %s".formatted(FIGURES.count(lengths.shortest()), FIGURES.count(lengths.longest()),
				FIGURES.number(lengths.mean()));
	}

	private static String join(List<Counted> extremes) {
		return String.join(" · ",
				extremes.stream()
					.limit(EXTREMES)
					.map((extreme) -> FIGURES.number(Double.parseDouble(extreme.value())))
					.toList());
	}

	/**
	 * A name with a value.
	 *
	 * @param name the name
	 * @param value the value as it is shown
	 */
	public record Fact(String name, String value) {

		static Fact of(String name, double value) {
			return new Fact(name, FIGURES.number(value));
		}

	}

}
