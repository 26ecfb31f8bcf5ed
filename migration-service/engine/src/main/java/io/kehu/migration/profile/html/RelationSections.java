package io.kehu.migration.profile.html;

import java.util.List;

import io.kehu.migration.html.Charts;
import io.kehu.migration.html.Figures;
import io.kehu.migration.html.Markup;
import io.kehu.migration.html.Page;
import io.kehu.migration.matching.estimate.LikelyDuplicates;
import io.kehu.migration.profile.CandidateKey;
import io.kehu.migration.profile.Dependency;
import io.kehu.migration.profile.RuleProposal;
import io.kehu.migration.profile.TableProfile;
import tools.jackson.databind.json.JsonMapper;

/**
 * What holds between columns and between rows, and the rules that follow.
 */
final class RelationSections {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final TableProfile profile;

	RelationSections(TableProfile profile) {
		this.profile = profile;
	}

	void write(Markup to) {
		to.open("section", "aria-labelledby", "keys-title");
		to.element("h2", "Keys and dependencies", "id", "keys-title");
		keys(to);
		dependencies(to);
		to.close();
		duplicates(to);
		proposals(to);
	}

	private void keys(Markup to) {
		if (this.profile.candidateKeys().isEmpty()) {
			to.element("p", "No column, and no two columns, tell rows apart.");
			return;
		}
		to.open("div", "class", "scroll").open("table");
		Page.head(to, "Columns that tell rows apart", List.of("Columns", "#Rows that break it", "Looked at"));
		to.open("tbody");
		for (CandidateKey key : this.profile.candidateKeys()) {
			to.open("tr").element("th", String.join(" + ", key.columns()), "scope", "row");
			to.element("td", Figures.count(key.violations(), key.exact()), "class", "figure");
			to.element("td", key.exact() ? "all rows" : "a part").close();
		}
		to.close().close().close();
	}

	private void dependencies(Markup to) {
		if (this.profile.dependencies().isEmpty()) {
			return;
		}
		to.open("div", "class", "scroll").open("table");
		Page.head(to, "Columns that follow from others",
				List.of("From", "follows", "#Rows looked at", "#Exceptions", "Holds", "For example"));
		to.open("tbody");
		for (Dependency dependency : this.profile.dependencies()) {
			to.open("tr").element("th", String.join(" + ", dependency.determinants()), "scope", "row");
			to.element("td", dependency.dependent());
			to.element("td", Figures.count(dependency.rows()), "class", "figure");
			to.element("td", Figures.count(dependency.violations()), "class", "figure");
			to.open("td", "class", "share");
			Charts.bar(to, "filled", dependency.rows() - dependency.violations(), dependency.rows());
			to.element("span", Figures.share(dependency.rows() - dependency.violations(), dependency.rows())).close();
			to.open("td", "class", "examples");
			ColumnSections.examples(to, dependency.examples(), 1);
			to.close().close();
		}
		to.close().close().close();
	}

	private void duplicates(Markup to) {
		LikelyDuplicates likely = this.profile.likelyDuplicates();
		to.open("section", "aria-labelledby", "duplicates-title");
		to.element("h2", "Doubled rows", "id", "duplicates-title");
		to.element("p",
				"%s rows repeat another row value by value. %s pairs of rows agree far more than by chance.".formatted(
						Figures.count(this.profile.repeated().rows(), this.profile.repeated().exact()),
						Figures.count(likely.pairs(), this.profile.sample().whole())));
		if (!likely.examples().isEmpty()) {
			to.open("div", "class", "scroll").open("table", "class", "pairs");
			Page.head(to, "Rows that look like one", likely.compared());
			likely.examples().forEach((pair) -> {
				to.open("tbody");
				row(to, pair.first(), pair.second());
				row(to, pair.second(), pair.first());
				to.close();
			});
			to.close().close();
		}
		to.close();
	}

	private static void row(Markup to, List<String> values, List<String> others) {
		to.open("tr");
		for (int i = 0; i < values.size(); i++) {
			if (values.get(i).equals(others.get(i))) {
				to.element("td", values.get(i));
			}
			else {
				to.open("td", "class", "differs")
					.element("mark", values.get(i).isEmpty() ? "–" : values.get(i))
					.close();
			}
		}
		to.close();
	}

	private void proposals(Markup to) {
		to.open("section", "aria-labelledby", "proposals-title", "id", "proposals");
		to.element("h2", "Proposed rules", "id", "proposals-title");
		if (this.profile.proposals().isEmpty()) {
			to.element("p", "No rule would help.").close();
			return;
		}
		to.element("p", "Each can be accepted by itself; they are in the order in which they should run.");
		to.open("div", "class", "scroll").open("table", "class", "proposals");
		Page.head(to, "Rules that would help", List.of("Column", "Rule", "#Affected", "Why", "Definition"));
		to.open("tbody");
		for (RuleProposal rule : this.profile.proposals()) {
			to.open("tr", "id", rule.id());
			to.element("th", rule.column().equals(RuleProposal.ROWS) ? "all rows" : rule.column(), "scope", "row");
			to.open("td").element("span", rule.step(), "class", "badge rule").close();
			to.element("td", Figures.count(rule.affected()), "class", "figure");
			to.element("td", rule.reason());
			to.open("td").open("code", "class", "definition").text(JSON.writeValueAsString(rule.definition()));
			to.close().close().close();
		}
		to.close().close().close().close();
	}

}
