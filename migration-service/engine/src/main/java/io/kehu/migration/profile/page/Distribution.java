package io.kehu.migration.profile.page;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import io.kehu.migration.page.FigureFormat;
import io.kehu.migration.profile.ColumnProfile;
import io.kehu.migration.profile.DateSummary;
import io.kehu.migration.profile.IssueKind;
import io.kehu.migration.profile.NumberSummary;

/**
 * The distribution of a column as a histogram and a box plot.
 *
 * @param title the histogram in words
 * @param summary the box plot in words
 * @param ranges the ranges of the histogram in words
 * @param counts how many values lie in each range
 * @param scale the ends of the scale
 * @param marks the marks of the box plot
 * @param labels the ends of the scale and the median in words
 * @param outside how many values are left out of the histogram
 */
public record Distribution(String title, String summary, List<String> ranges, List<Long> counts, List<Double> scale,
		List<Double> marks, List<String> labels, long outside) {

	private static final FigureFormat FIGURES = new FigureFormat();

	static Distribution of(ColumnProfile column, NumberSummary numbers) {
		NumberSummary.Quantiles quantiles = numbers.quantiles();
		List<NumberSummary.Bin> bins = numbers.histogram();
		List<Long> counts = bins.stream().map(NumberSummary.Bin::count).toList();
		double from = bins.get(0).from();
		double to = bins.get(bins.size() - 1).to();
		String lower = FIGURES.number(quantiles.lower());
		String median = FIGURES.number(quantiles.median());
		String upper = FIGURES.number(quantiles.upper());
		return new Distribution(
				"Histogram of %s: half of the values lie between %s and %s".formatted(column.name(), lower, upper),
				"Median %s, quartiles %s and %s".formatted(median, lower, upper),
				bins.stream()
					.map((bin) -> "%s to %s".formatted(FIGURES.number(bin.from()), FIGURES.number(bin.to())))
					.toList(),
				counts, List.of(from, to),
				List.of(quantiles.p05(), quantiles.lower(), quantiles.median(), quantiles.upper(), quantiles.p95()),
				List.of(FIGURES.number(from), median, FIGURES.number(to)), column.values()
						- column.issueCount(IssueKind.OTHER_TYPE) - counts.stream().mapToLong(Long::longValue).sum());
	}

	static Distribution of(String name, DateSummary days) {
		List<Double> marks = Stream.of(days.earliest(), days.lower(), days.median(), days.upper(), days.latest())
			.map(Distribution::place)
			.toList();
		return new Distribution(
				"Histogram of %s: half of the days lie between %s and %s".formatted(name, days.lower(), days.upper()),
				"Median %s, quartiles %s and %s".formatted(days.median(), days.lower(), days.upper()),
				days.histogram().stream().map((bin) -> "%s to %s".formatted(bin.from(), bin.to())).toList(),
				days.histogram().stream().map(DateSummary.DayBin::count).toList(),
				List.of(place(days.earliest()), place(days.latest())), marks,
				List.of(days.earliest().toString(), days.median().toString(), days.latest().toString()), 0);
	}

	private static Double place(LocalDate day) {
		return (double) day.toEpochDay();
	}

}
