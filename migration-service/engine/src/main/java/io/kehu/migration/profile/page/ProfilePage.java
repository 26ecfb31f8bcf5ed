package io.kehu.migration.profile.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import io.kehu.migration.intake.Dialect;
import io.kehu.migration.intake.SourceDescription;
import io.kehu.migration.matching.estimate.LikelyDuplicates;
import io.kehu.migration.page.FigureFormat;
import io.kehu.migration.page.ReportTemplates;
import io.kehu.migration.profile.ColumnProfile;
import io.kehu.migration.profile.Issue;
import io.kehu.migration.profile.ProfileReport;
import io.kehu.migration.profile.RuleProposal;
import io.kehu.migration.profile.TableProfile;
import tools.jackson.databind.json.JsonMapper;

/**
 * Shows a profile as one page of HTML, to be sent under
 * {@link ReportTemplates#contentSecurityPolicy()}.
 */
public final class ProfilePage {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final int FINDINGS = 12;

	private static final int PROBLEMS = 50;

	private final ProfileReport report;

	private final TableProfile profile;

	public ProfilePage(ProfileReport report) {
		this.report = report;
		this.profile = report.profile();
	}

	/** Returns the page. */
	public String html() {
		Map<String, Object> model = new HashMap<>();
		model.put("report", this.report);
		model.put("source", source());
		model.put("cells", this.profile.rows() * this.profile.columns().size());
		model.put("filledCells", this.profile.columns().stream().mapToLong(ColumnProfile::values).sum());
		model.put("findings", findings());
		model.put("columns",
				IntStream.range(0, this.profile.columns().size())
					.mapToObj((place) -> new ColumnView(place, this.profile.columns().get(place)))
					.toList());
		model.put("pairs", this.profile.likelyDuplicates().examples().stream().map(ProfilePage::compared).toList());
		model.put("rules", this.profile.proposals().stream().map(RuleView::of).toList());
		model.put("problems", this.report.reading().first().stream().limit(PROBLEMS).toList());
		model.put("sampled", sampled());
		return ReportTemplates.html("profile", model);
	}

	private String source() {
		SourceDescription source = this.report.source();
		List<String> parts = new ArrayList<>();
		parts.add(switch (source.format()) {
			case DELIMITED -> "Delimited text";
			case JSON_LINES -> "JSON lines";
			case JSON -> "JSON document";
			case WORKBOOK -> "Workbook";
		});
		source.packing().forEach((packing) -> parts.add("compressed with " + packing.name().toLowerCase(Locale.ROOT)));
		Dialect dialect = source.dialect();
		if (dialect != null) {
			parts.add("separated by " + name(dialect.delimiter()));
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

	private List<Finding> findings() {
		List<Finding> findings = new ArrayList<>();
		for (int place = 0; place < this.profile.columns().size(); place++) {
			ColumnProfile column = this.profile.columns().get(place);
			for (Issue issue : column.issues()) {
				findings.add(new Finding(place, column.name(), issue));
			}
		}
		findings.sort(Comparator.comparingLong((Finding finding) -> finding.issue().count()).reversed());
		return findings.subList(0, Math.min(FINDINGS, findings.size()));
	}

	private static List<List<Cell>> compared(LikelyDuplicates.ExamplePair pair) {
		return List.of(cells(pair.first(), pair.second()), cells(pair.second(), pair.first()));
	}

	private static List<Cell> cells(List<String> values, List<String> others) {
		return IntStream.range(0, values.size()).mapToObj((i) -> Cell.of(values.get(i), others.get(i))).toList();
	}

	private String sampled() {
		if (this.profile.sample().whole()) {
			return "Keys, dependencies and likely duplicates were searched in all rows.";
		}
		return "Keys of two columns, dependencies and likely duplicates were searched in a sample of %s rows."
			.formatted(new FigureFormat().count(this.profile.sample().rows()));
	}

	/**
	 * An issue of a column.
	 *
	 * @param place the place of the column, from 0
	 * @param column the name of the column
	 * @param issue the issue
	 */
	public record Finding(int place, String column, Issue issue) {
	}

	/**
	 * A value of one of two records.
	 *
	 * @param value the value as it is shown
	 * @param differs whether the other record has another one
	 */
	public record Cell(String value, boolean differs) {

		static Cell of(String value, String other) {
			boolean differs = !value.equals(other);
			return new Cell((differs && value.isEmpty()) ? "–" : value, differs);
		}

	}

	/**
	 * A proposed rule.
	 *
	 * @param proposal the proposal
	 * @param column the column as it is shown
	 * @param definition the rule as JSON
	 */
	public record RuleView(RuleProposal proposal, String column, String definition) {

		static RuleView of(RuleProposal proposal) {
			return new RuleView(proposal, proposal.column().equals(RuleProposal.ROWS) ? "all rows" : proposal.column(),
					JSON.writeValueAsString(proposal.definition()));
		}

	}

}
