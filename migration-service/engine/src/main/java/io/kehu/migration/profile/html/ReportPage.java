package io.kehu.migration.profile.html;

import io.kehu.migration.html.Figures;
import io.kehu.migration.html.Markup;
import io.kehu.migration.html.Page;
import io.kehu.migration.profile.ProfileReport;

/**
 * A profile as one page of HTML without scripts and without anything from elsewhere,
 * which the strictest content security policy lets through.
 */
public final class ReportPage {

	private final ProfileReport report;

	public ReportPage(ProfileReport report) {
		this.report = report;
	}

	/**
	 * The policy under which the page looks as it should, for the header of a response.
	 */
	public static String contentSecurityPolicy() {
		return Page.contentSecurityPolicy();
	}

	/** The page. */
	public String html() {
		Markup page = Page.begin("Profile of " + this.report.name(), "findings");
		new OverviewSection(this.report).write(page);
		new ColumnSections(this.report.profile()).write(page);
		new RelationSections(this.report.profile()).write(page);
		new ReadingSection(this.report).write(page);
		page.element("footer", "Figures marked ≈ are estimates. " + sampled());
		return Page.end(page);
	}

	private String sampled() {
		if (this.report.profile().sample().whole()) {
			return "Keys, dependencies and likely duplicates were looked for in all rows.";
		}
		return "Keys of two columns, dependencies and likely duplicates were looked for in a sample of %s rows."
			.formatted(Figures.count(this.report.profile().sample().rows()));
	}

}
