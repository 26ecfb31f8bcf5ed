package io.kehu.migration.profile.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.kehu.migration.html.Charts;
import io.kehu.migration.html.Figures;
import io.kehu.migration.html.Markup;
import io.kehu.migration.html.Page;
import io.kehu.migration.profile.ColumnProfile;
import io.kehu.migration.profile.Counted;
import io.kehu.migration.profile.DateSummary;
import io.kehu.migration.profile.Issue;
import io.kehu.migration.profile.NumberSummary;
import io.kehu.migration.profile.TableProfile;
import io.kehu.migration.profile.ValueType;

/**
 * All columns in a table, then each by itself.
 */
final class ColumnSections {

	private static final int SHOWN = 8;

	private final TableProfile profile;

	ColumnSections(TableProfile profile) {
		this.profile = profile;
	}

	void write(Markup to) {
		to.open("section", "aria-labelledby", "columns-title");
		to.element("h2", "Columns", "id", "columns-title");
		overview(to);
		to.close();
		for (int i = 0; i < this.profile.columns().size(); i++) {
			column(to, i, this.profile.columns().get(i));
		}
	}

	private void overview(Markup to) {
		to.open("div", "class", "scroll").open("table", "class", "overview");
		Page.head(to, "One line for each column",
				List.of("Column", "Type", "With a value", "#Different", "Impression", "#Findings"));
		to.open("tbody");
		for (int i = 0; i < this.profile.columns().size(); i++) {
			ColumnProfile column = this.profile.columns().get(i);
			to.open("tr").open("th", "scope", "row");
			to.element("a", column.name(), "href", "#column-" + i).close();
			to.open("td");
			badge(to, column.type());
			to.close().open("td", "class", "share");
			Charts.bar(to, "filled", column.values(), column.rows());
			to.element("span", Figures.share(column.values(), column.rows())).close();
			to.element("td", Figures.count(column.distinct().count(), column.distinct().exact()), "class", "figure");
			to.open("td");
			Charts.spark(to, impression(column));
			to.close();
			to.element("td", column.issues().isEmpty() ? "–" : Figures.count(column.issues().size()), "class",
					"figure");
			to.close();
		}
		to.close().close().close();
	}

	private static List<Long> impression(ColumnProfile column) {
		NumberSummary numbers = column.numbers();
		if (numbers != null) {
			return numbers.histogram().stream().map(NumberSummary.Bin::count).toList();
		}
		DateSummary days = column.days();
		if (days != null) {
			return days.histogram().stream().map(DateSummary.DayBin::count).toList();
		}
		return column.topValues().stream().map(Counted::count).toList();
	}

	private static void badge(Markup to, ValueType type) {
		to.element("span", type.name().toLowerCase(Locale.ROOT).replace('_', ' '), "class",
				"badge " + type.name().toLowerCase(Locale.ROOT));
	}

	private void column(Markup to, int place, ColumnProfile column) {
		String id = "column-" + place;
		to.open("section", "class", "column", "id", id, "aria-labelledby", id + "-title");
		to.open("div", "class", "title").element("h3", column.name(), "id", id + "-title");
		badge(to, column.type());
		to.close();
		to.open("div", "class", "panes");
		to.open("div", "class", "pane");
		facts(to, column);
		issues(to, column);
		to.close();
		to.open("div", "class", "pane");
		new DistributionChart(column).write(to);
		counted(to, "Most frequent values", "Value", column.topValues());
		to.close();
		to.open("div", "class", "pane");
		counted(to, "Most frequent patterns", "Pattern", column.patterns());
		to.close().close().close();
	}

	private void facts(Markup to, ColumnProfile column) {
		to.open("dl", "class", "facts");
		fact(to, "With a value",
				"%s (%s)".formatted(Figures.count(column.values()), Figures.share(column.values(), column.rows())));
		fact(to, "Empty", Figures.count(column.missing().blank()));
		for (Counted word : column.missing().words()) {
			fact(to, "“%s”".formatted(word.value()), Figures.count(word.count()));
		}
		fact(to, "Different values", Figures.count(column.distinct().count(), column.distinct().exact()));
		if (column.type() != ValueType.TEXT && column.type() != ValueType.EMPTY) {
			fact(to, "Of the column’s type",
					Figures.share(Math.round(column.typeShare() * column.values()), column.values()));
		}
		fact(to, "Length",
				(column.lengths().shortest() == column.lengths().longest()) ? Figures.count(column.lengths().shortest())
						: "%s to %s, mean %s".formatted(Figures.count(column.lengths().shortest()),
								Figures.count(column.lengths().longest()), Figures.number(column.lengths().mean())));
		NumberSummary numbers = column.numbers();
		if (numbers != null) {
			numbers(to, numbers);
		}
		to.close();
	}

	private static void numbers(Markup to, NumberSummary numbers) {
		fact(to, "Mean ± deviation",
				"%s ± %s".formatted(Figures.number(numbers.mean()), Figures.number(numbers.deviation())));
		fact(to, "Zero", Figures.count(numbers.zeros()));
		fact(to, "Below zero", Figures.count(numbers.negatives()));
		fact(to, "Lowest", join(numbers.outliers().lowest()));
		fact(to, "Highest", join(numbers.outliers().highest()));
	}

	private static String join(List<Counted> extremes) {
		List<String> texts = new ArrayList<>();
		extremes.stream().limit(3).forEach((extreme) -> texts.add(Figures.number(Double.parseDouble(extreme.value()))));
		return String.join(" · ", texts);
	}

	private static void fact(Markup to, String name, String value) {
		to.open("div").element("dt", name).element("dd", value).close();
	}

	private static void issues(Markup to, ColumnProfile column) {
		if (column.issues().isEmpty()) {
			return;
		}
		to.element("h4", "Findings");
		to.open("ul", "class", "issues");
		for (Issue issue : column.issues()) {
			to.open("li").open("p");
			to.element("strong", Figures.count(issue.count()))
				.text(" " + issue.kind().title().toLowerCase(Locale.ROOT));
			to.close();
			to.open("p", "class", "examples");
			examples(to, issue.examples(), 4);
			to.close().close();
		}
		to.close();
	}

	/** Write a few values as they are. */
	static void examples(Markup to, List<String> examples, int most) {
		examples.stream().limit(most).forEach((example) -> {
			to.open("code").value((example.length() > 48) ? example.substring(0, 48) + "…" : example);
			to.close();
		});
	}

	private static void counted(Markup to, String caption, String name, List<Counted> values) {
		if (values.isEmpty()) {
			return;
		}
		to.open("table", "class", "counted");
		Page.head(to, caption, List.of(name, "Compared", "#Count"));
		to.open("tbody");
		for (Counted value : values.subList(0, Math.min(SHOWN, values.size()))) {
			to.open("tr").open("td").open("code").value(value.value()).close().close();
			to.open("td", "class", "share");
			Charts.bar(to, "filled", value.count(), values.get(0).count());
			to.close();
			to.element("td", Figures.count(value.count()), "class", "figure").close();
		}
		to.close().close();
	}

}
