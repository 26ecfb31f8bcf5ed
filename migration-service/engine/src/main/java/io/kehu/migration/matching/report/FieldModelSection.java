package io.kehu.migration.matching.report;

import java.util.List;
import java.util.Locale;

import io.kehu.migration.html.Charts;
import io.kehu.migration.html.Markup;
import io.kehu.migration.html.Page;
import io.kehu.migration.matching.weights.FieldModel;

/**
 * What was learnt of each field, as tables: how often its levels occur among matches (m)
 * and among other pairs (u), and what they weigh.
 */
final class FieldModelSection {

	private static final int PARTS = 10_000;

	private final double prior;

	private final List<FieldModel> fields;

	FieldModelSection(double prior, List<FieldModel> fields) {
		this.prior = prior;
		this.fields = fields;
	}

	void write(Markup to) {
		to.open("section", "id", "fields", "aria-labelledby", "fields-title");
		to.element("h2", "What was learnt of the fields", "id", "fields-title");
		to.element("p",
				"Before any evidence a pair weighs %s bits. m says how often a level occurs among matches, u how "
					.formatted(LinkageReportPage.bits(this.prior))
						+ "often among other pairs; the weight is log2(m/u), and the frequency of a value adjusts it.");
		for (FieldModel field : this.fields) {
			field(to, field);
		}
		to.close();
	}

	private static void field(Markup to, FieldModel field) {
		String follows = (field.follows() == null) ? "" : ", where %s says nothing".formatted(field.follows());
		to.open("div", "class", "scroll").open("table", "class", "overview");
		Page.head(to, field.name() + follows,
				List.of("Agreement", "Among matches", "#m", "Among others", "#u", "#Bits"));
		to.open("tbody");
		for (FieldModel.Level level : field.levels()) {
			to.open("tr").element("th", level.name(), "scope", "row");
			bar(to, "filled", level.m());
			to.element("td", share(level.m()), "class", "figure");
			bar(to, "warned", level.u());
			to.element("td", share(level.u()), "class", "figure");
			to.element("td", LinkageReportPage.bits(level.weight()), "class", "figure").close();
		}
		to.close().close().close();
	}

	private static void bar(Markup to, String kind, double share) {
		to.open("td", "class", "share");
		Charts.bar(to, kind, Math.round(share * PARTS), PARTS);
		to.close();
	}

	private static String share(double share) {
		double percent = 100 * share;
		if (percent >= 0.1) {
			return String.format(Locale.ROOT, "%.1f%%", percent);
		}
		return (percent == 0) ? "0%" : String.format(Locale.ROOT, "%.1e", share).replace("e-0", "e-");
	}

}
