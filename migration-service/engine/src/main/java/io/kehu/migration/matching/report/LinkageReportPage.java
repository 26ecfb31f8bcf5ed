package io.kehu.migration.matching.report;

import java.util.List;
import java.util.Locale;

import io.kehu.migration.html.Charts;
import io.kehu.migration.html.Figures;
import io.kehu.migration.html.Markup;
import io.kehu.migration.html.Page;
import io.kehu.migration.matching.RecordReference;
import io.kehu.migration.matching.blocking.CappedBlock;

/**
 * A linkage as one page of HTML without scripts, for the steward who approves it.
 */
public final class LinkageReportPage {

	private final LinkageReport report;

	public LinkageReportPage(LinkageReport report) {
		this.report = report;
	}

	/** The page, to be sent under {@link Page#contentSecurityPolicy()}. */
	public String html() {
		Markup page = Page.begin("Linkage of " + this.report.name(), "sizes");
		header(page);
		sizes(page);
		links(page);
		review(page);
		capped(page);
		new FieldModelSection(this.report.prior(), this.report.fields()).write(page);
		page.element("footer", "Weights are in bits: one bit more doubles the odds that two records mean the same.");
		return Page.end(page);
	}

	private void header(Markup to) {
		to.open("header");
		to.element("p", "Kehu record linkage", "class", "kicker");
		to.element("h1", this.report.name());
		to.element("p", "Which records mean the same, how sure that is, and where a person should look.", "class",
				"lead");
		int pairs = this.report.review().stream().mapToInt(ReviewBand::pairs).sum();
		to.open("dl", "class", "tiles");
		tile(to, "Records", this.report.records(), "");
		tile(to, "Clusters", this.report.clusters(), "");
		tile(to, "Repeated records", this.report.merged(), "");
		tile(to, "Pairs to review", pairs, (pairs > 0) ? "warn" : "good");
		tile(to, "Bridges cut", this.report.bridges(), "");
		tile(to, "Blocks too large", this.report.capped().stream().mapToInt(CappedBlock::blocks).sum(),
				this.report.capped().isEmpty() ? "good" : "warn");
		to.close().close();
	}

	private static void tile(Markup to, String name, long figure, String kind) {
		to.open("div", "class", "tile " + kind);
		to.element("dt", name).element("dd", Figures.count(figure));
		to.close();
	}

	private static void section(Markup to, String id, String title, String words) {
		to.open("section", "id", id, "aria-labelledby", id + "-title");
		to.element("h2", title, "id", id + "-title");
		to.element("p", words);
	}

	private static void table(Markup to, String caption, String kind, List<String> columns) {
		to.open("div", "class", "scroll").open("table", "class", kind);
		Page.head(to, caption, columns);
		to.open("tbody");
	}

	private static void endTable(Markup to) {
		to.close().close().close();
	}

	private void sizes(Markup to) {
		section(to, "sizes", "How large the clusters are",
				"A cluster holds the records that mean one entity. Look at the largest: errors show there first.");
		table(to, "Clusters by size", "overview", List.of("Records each", "#Clusters", "Share of all records"));
		for (SizeCount size : this.report.sizes()) {
			long records = (long) size.size() * size.clusters();
			to.open("tr").element("th", Figures.count(size.size()), "scope", "row");
			to.element("td", Figures.count(size.clusters()), "class", "figure");
			share(to, records, this.report.records());
			to.close();
		}
		endTable(to);
		to.close();
	}

	private static void share(Markup to, long part, long whole) {
		to.open("td", "class", "share");
		Charts.bar(to, "filled", part, whole);
		to.element("span", Figures.share(part, whole)).close();
	}

	private void links(Markup to) {
		section(to, "links", "Where clusters may break",
				"The weakest link that holds each cluster together, and matches that were refused since the rest of "
						+ "their clusters contradicts.");
		linkTable(to, "Weakest links", this.report.weakest());
		if (this.report.cut().isEmpty()) {
			to.element("p", "No bridge had to be cut.");
		}
		else {
			linkTable(to, "Bridges cut (%s in all)".formatted(Figures.count(this.report.bridges())), this.report.cut());
		}
		to.close();
	}

	private static void linkTable(Markup to, String caption, List<ClusterLink> links) {
		table(to, caption, "links", List.of("One record", "Other record", "#Records in the cluster", "#Bits"));
		for (ClusterLink link : links) {
			to.open("tr");
			to.open("td").element("code", name(link.left())).close();
			to.open("td").element("code", name(link.right())).close();
			to.element("td", Figures.count(link.cluster()), "class", "figure");
			to.element("td", bits(link.weight()), "class", "figure").close();
		}
		endTable(to);
	}

	private static String name(RecordReference record) {
		return record.source() + " / " + record.key();
	}

	static String bits(double weight) {
		double rounded = Math.rint(10 * weight) / 10;
		return (rounded == 0) ? "0.0" : String.format(Locale.ROOT, "%+.1f", rounded).replace('-', '−');
	}

	private void review(Markup to) {
		section(to, "review", "What a person should decide",
				"Pairs between the two thresholds, by the probability that both mean the same.");
		int most = this.report.review().stream().mapToInt(ReviewBand::pairs).max().orElse(0);
		table(to, "Pairs to review", "overview", List.of("Probability", "#Pairs", "Against the fullest band"));
		for (ReviewBand band : this.report.review()) {
			to.open("tr");
			to.element("th", String.format(Locale.ROOT, "%.0f to %.0f%%", 100 * band.from(), 100 * band.to()), "scope",
					"row");
			to.element("td", Figures.count(band.pairs()), "class", "figure");
			share(to, band.pairs(), most);
			to.close();
		}
		endTable(to);
		to.close();
	}

	private void capped(Markup to) {
		if (this.report.capped().isEmpty()) {
			return;
		}
		section(to, "capped", "What was not compared",
				"Blocks so large that comparing them would take hours. Their records were still compared under the "
						+ "other rules.");
		table(to, "Blocks left out", "capped", List.of("Blocking rule", "#Blocks", "#Records in them", "#Largest"));
		for (CappedBlock block : this.report.capped()) {
			to.open("tr").element("th", block.rule(), "scope", "row");
			to.element("td", Figures.count(block.blocks()), "class", "figure");
			to.element("td", Figures.count(block.records()), "class", "figure");
			to.element("td", Figures.count(block.largest()), "class", "figure").close();
		}
		endTable(to);
		to.close();
	}

}
