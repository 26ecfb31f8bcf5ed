package io.kehu.migration.profile.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.kehu.migration.html.Charts;
import io.kehu.migration.html.Figures;
import io.kehu.migration.html.Markup;
import io.kehu.migration.html.Page;
import io.kehu.migration.intake.Dialect;
import io.kehu.migration.intake.SourceDescription;
import io.kehu.migration.profile.ColumnProfile;
import io.kehu.migration.profile.Issue;
import io.kehu.migration.profile.ProfileReport;
import io.kehu.migration.profile.TableProfile;

/**
 * The top of the page: what the file is, its main figures, and what to look at first.
 */
final class OverviewSection {

	private static final int FINDINGS = 12;

	private final ProfileReport report;

	private final TableProfile profile;

	OverviewSection(ProfileReport report) {
		this.report = report;
		this.profile = report.profile();
	}

	void write(Markup to) {
		to.open("header");
		to.element("p", "Kehu data profile", "class", "kicker");
		to.element("h1", this.report.name());
		to.element("p", description(), "class", "lead");
		tiles(to);
		to.close();
		findings(to);
	}

	private String description() {
		SourceDescription source = this.report.source();
		List<String> parts = new ArrayList<>();
		parts.add(switch (source.format()) {
			case DELIMITED -> "Delimited text";
			case JSON_LINES -> "JSON lines";
			case WORKBOOK -> "Workbook";
		});
		source.packing()
			.forEach((packing) -> parts.add("packed with " + packing.name().toLowerCase(java.util.Locale.ROOT)));
		Dialect dialect = source.dialect();
		if (dialect != null) {
			parts.add("fields separated by " + name(dialect.delimiter()));
			parts.add(source.header() ? "with a header" : "without a header");
		}
		parts.add("%s (%s)".formatted(source.encoding().charset().name(), source.encoding().evidence()));
		return String.join(", ", parts) + ".";
	}

	private static String name(char delimiter) {
		return switch (delimiter) {
			case ',' -> "commas";
			case ';' -> "semicolons";
			case '\t' -> "tabs";
			case '|' -> "vertical bars";
			default -> "“%s”".formatted(delimiter);
		};
	}

	private void tiles(Markup to) {
		long cells = this.profile.rows() * this.profile.columns().size();
		long filled = this.profile.columns().stream().mapToLong(ColumnProfile::values).sum();
		to.open("dl", "class", "tiles");
		tile(to, "Rows", Figures.count(this.profile.rows()), "");
		tile(to, "Columns", Figures.count(this.profile.columns().size()), "");
		tile(to, "Cells with a value", Figures.share(filled, cells), "");
		tile(to, "Lines without a row", Figures.count(this.report.reading().rejected()),
				(this.report.reading().rejected() > 0) ? "bad" : "good");
		tile(to, "Repeated rows", Figures.count(this.profile.repeated().rows(), this.profile.repeated().exact()),
				(this.profile.repeated().rows() > 0) ? "warn" : "good");
		tile(to, "Likely doubled pairs",
				Figures.count(this.profile.likelyDuplicates().pairs(), this.profile.sample().whole()),
				(this.profile.likelyDuplicates().pairs() > 0) ? "warn" : "good");
		tile(to, "Proposed rules", Figures.count(this.profile.proposals().size()), "");
		to.close();
	}

	private static void tile(Markup to, String name, String figure, String kind) {
		to.open("div", "class", "tile " + kind);
		to.element("dt", name);
		to.element("dd", figure);
		to.close();
	}

	private void findings(Markup to) {
		List<Finding> findings = new ArrayList<>();
		for (int i = 0; i < this.profile.columns().size(); i++) {
			ColumnProfile column = this.profile.columns().get(i);
			int place = i;
			column.issues().forEach((issue) -> findings.add(new Finding(place, column, issue)));
		}
		findings.sort(Comparator.comparingLong((Finding finding) -> finding.issue().count()).reversed());
		to.open("section", "id", "findings", "aria-labelledby", "findings-title");
		to.element("h2", "What to look at first", "id", "findings-title");
		if (findings.isEmpty()) {
			to.element("p", "Nothing stands out.");
		}
		else {
			table(to, findings.subList(0, Math.min(FINDINGS, findings.size())));
		}
		to.close();
	}

	private void table(Markup to, List<Finding> findings) {
		to.open("div", "class", "scroll").open("table", "class", "findings");
		Page.head(to, "The most frequent findings", List.of("Column", "Finding", "For example", "#Values", "Share"));
		to.open("tbody");
		for (Finding finding : findings) {
			to.open("tr").open("th", "scope", "row");
			to.element("a", finding.column().name(), "href", "#column-" + finding.place()).close();
			to.element("td", finding.issue().kind().title());
			to.open("td", "class", "examples");
			ColumnSections.examples(to, finding.issue().examples(), 2);
			to.close();
			to.element("td", Figures.count(finding.issue().count()), "class", "figure");
			to.open("td", "class", "share");
			Charts.bar(to, "warned", finding.issue().count(), this.profile.rows());
			to.element("span", Figures.share(finding.issue().count(), this.profile.rows()));
			to.close().close();
		}
		to.close().close().close();
	}

	/**
	 * Something wrong in a column.
	 */
	private record Finding(int place, ColumnProfile column, Issue issue) {
	}

}
