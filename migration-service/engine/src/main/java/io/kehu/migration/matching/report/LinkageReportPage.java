package io.kehu.migration.matching.report;

import java.util.Map;

import io.kehu.migration.matching.blocking.CappedBlock;
import io.kehu.migration.page.ReportTemplates;

/**
 * Shows a linkage as one page of HTML for the steward who approves it, to be sent under
 * {@link ReportTemplates#contentSecurityPolicy()}.
 */
public final class LinkageReportPage {

	private final LinkageReport report;

	public LinkageReportPage(LinkageReport report) {
		this.report = report;
	}

	/** Returns the page. */
	public String html() {
		return ReportTemplates.html("linkage",
				Map.of("report", this.report, "pairs", this.report.review().stream().mapToInt(ReviewBand::pairs).sum(),
						"most", this.report.review().stream().mapToInt(ReviewBand::pairs).max().orElse(0), "blocks",
						this.report.capped().stream().mapToInt(CappedBlock::blocks).sum()));
	}

}
