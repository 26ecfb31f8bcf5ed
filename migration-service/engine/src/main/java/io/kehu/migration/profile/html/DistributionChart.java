package io.kehu.migration.profile.html;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.kehu.migration.html.Charts;
import io.kehu.migration.html.Figures;
import io.kehu.migration.html.Markup;
import io.kehu.migration.html.Page;
import io.kehu.migration.profile.ColumnProfile;
import io.kehu.migration.profile.DateSummary;
import io.kehu.migration.profile.IssueKind;
import io.kehu.migration.profile.NumberSummary;

/**
 * The histogram of a column of numbers or days, with its figures in a table.
 */
final class DistributionChart {

	private final ColumnProfile column;

	DistributionChart(ColumnProfile column) {
		this.column = column;
	}

	void write(Markup to) {
		NumberSummary numbers = this.column.numbers();
		DateSummary days = this.column.days();
		if (numbers != null) {
			numbers(to, numbers);
		}
		else if (days != null) {
			days(to, days);
		}
	}

	private void numbers(Markup to, NumberSummary numbers) {
		List<NumberSummary.Bin> bins = numbers.histogram();
		NumberSummary.Quantiles quantiles = numbers.quantiles();
		List<String> ranges = new ArrayList<>();
		bins.forEach((bin) -> ranges.add("%s to %s".formatted(Figures.number(bin.from()), Figures.number(bin.to()))));
		double from = bins.get(0).from();
		double until = bins.get(bins.size() - 1).to();
		to.open("figure");
		Charts.histogram(to,
				"Histogram of %s: half of the values lie from %s to %s".formatted(this.column.name(),
						Figures.number(quantiles.lower()), Figures.number(quantiles.upper())),
				ranges, bins.stream().map(NumberSummary.Bin::count).toList());
		Charts.box(to,
				"Median %s, quartiles %s and %s".formatted(Figures.number(quantiles.median()),
						Figures.number(quantiles.lower()), Figures.number(quantiles.upper())),
				new double[] { from, until }, new double[] { quantiles.p05(), quantiles.lower(), quantiles.median(),
						quantiles.upper(), quantiles.p95() });
		scale(to, Figures.number(from), "median " + Figures.number(quantiles.median()), Figures.number(until));
		long shown = bins.stream().mapToLong(NumberSummary.Bin::count).sum();
		long outside = this.column.values() - this.column.issueCount(IssueKind.OTHER_TYPE) - shown;
		if (outside > 0) {
			to.element("figcaption",
					"%s values beyond the edges are left out of the picture.".formatted(Figures.count(outside)));
		}
		to.close();
		quantiles(to, numbers);
		table(to, ranges, bins.stream().map(NumberSummary.Bin::count).toList());
	}

	private static void quantiles(Markup to, NumberSummary numbers) {
		NumberSummary.Quantiles quantiles = numbers.quantiles();
		List<String> names = List.of("min", "1%", "5%", "25%", "50%", "75%", "95%", "99%", "max");
		double[] values = { quantiles.minimum(), quantiles.p01(), quantiles.p05(), quantiles.lower(),
				quantiles.median(), quantiles.upper(), quantiles.p95(), quantiles.p99(), quantiles.maximum() };
		to.open("div", "class", "scroll").open("table", "class", "quantiles");
		to.element("caption", numbers.exact() ? "Quantiles" : "Quantiles, within 0.1% of the rank");
		to.open("thead").open("tr");
		names.forEach((name) -> to.element("th", name, "scope", "col"));
		to.close().close().open("tbody").open("tr");
		for (double value : values) {
			to.element("td", Figures.number(value));
		}
		to.close().close().close().close();
	}

	private void days(Markup to, DateSummary days) {
		List<String> ranges = new ArrayList<>();
		days.histogram().forEach((bin) -> ranges.add("%s to %s".formatted(bin.from(), bin.to())));
		List<Long> counts = days.histogram().stream().map(DateSummary.DayBin::count).toList();
		to.open("figure");
		Charts.histogram(to, "Histogram of %s: half of the days lie from %s to %s".formatted(this.column.name(),
				days.lower(), days.upper()), ranges, counts);
		double[] marks = Stream.of(days.earliest(), days.lower(), days.median(), days.upper(), days.latest())
			.mapToDouble((day) -> (double) day.toEpochDay())
			.toArray();
		Charts.box(to, "Median %s, quartiles %s and %s".formatted(days.median(), days.lower(), days.upper()),
				new double[] { marks[0], marks[4] }, marks);
		scale(to, days.earliest().toString(), "median " + days.median(), days.latest().toString());
		to.close();
		table(to, ranges, counts);
	}

	private static void scale(Markup to, String from, String middle, String until) {
		to.open("p", "class", "scale").element("span", from).element("span", middle).element("span", until).close();
	}

	private static void table(Markup to, List<String> ranges, List<Long> counts) {
		to.open("details").element("summary", "The histogram as a table");
		to.open("table", "class", "counted");
		Page.head(to, "Values in each range", List.of("Range", "#Count"));
		to.open("tbody");
		for (int i = 0; i < ranges.size(); i++) {
			to.open("tr").element("td", ranges.get(i)).element("td", Figures.count(counts.get(i)), "class", "figure");
			to.close();
		}
		to.close().close().close();
	}

}
