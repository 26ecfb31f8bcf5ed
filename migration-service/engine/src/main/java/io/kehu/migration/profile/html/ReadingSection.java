package io.kehu.migration.profile.html;

import java.util.List;
import java.util.Locale;

import io.kehu.migration.html.Figures;
import io.kehu.migration.html.Markup;
import io.kehu.migration.html.Page;
import io.kehu.migration.intake.LineProblem;
import io.kehu.migration.intake.ReadingReport;
import io.kehu.migration.profile.ProfileReport;

/**
 * The lines that did not fit.
 */
final class ReadingSection {

	private static final int SHOWN = 50;

	private final ReadingReport reading;

	ReadingSection(ProfileReport report) {
		this.reading = report.reading();
	}

	void write(Markup to) {
		to.open("section", "aria-labelledby", "lines-title");
		to.element("h2", "Lines", "id", "lines-title");
		to.element("p",
				"%s rows were read, %s lines were rejected, %s lines are blank.".formatted(
						Figures.count(this.reading.rows()), Figures.count(this.reading.rejected()),
						Figures.count(this.reading.blankLines())));
		if (!this.reading.first().isEmpty()) {
			to.open("div", "class", "scroll").open("table", "class", "lines");
			Page.head(to, "The first lines that do not fit", List.of("#Line", "Problem", "Why", "The line begins"));
			to.open("tbody");
			for (LineProblem problem : this.reading.first().subList(0, Math.min(SHOWN, this.reading.first().size()))) {
				to.open("tr").element("th", Figures.count(problem.line()), "scope", "row", "class", "figure");
				to.element("td", problem.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
				to.element("td", problem.reason());
				to.open("td", "class", "examples");
				ColumnSections.examples(to, List.of(problem.excerpt()), problem.excerpt().isEmpty() ? 0 : 1);
				to.close().close();
			}
			to.close().close().close();
		}
		to.close();
	}

}
