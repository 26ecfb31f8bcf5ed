package io.kehu.migration.profile.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

import io.kehu.migration.profile.ProfileReport;

/**
 * A profile as one page of HTML without scripts and without anything from elsewhere,
 * which the strictest content security policy lets through.
 */
public final class ReportPage {

	private static final String STYLE = style();

	private static final String POLICY = "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'"
		.formatted(digest(STYLE));

	private final ProfileReport report;

	public ReportPage(ProfileReport report) {
		this.report = report;
	}

	/**
	 * The policy under which the page looks as it should, for the header of a response.
	 */
	public static String contentSecurityPolicy() {
		return POLICY;
	}

	/** The page. */
	public String html() {
		Markup page = new Markup();
		page.raw("<!DOCTYPE html>\n").open("html", "lang", "en").open("head");
		page.raw("<meta charset=\"utf-8\"/>\n");
		page.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
		page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
		page.raw("<meta name=\"color-scheme\" content=\"light dark\"/>\n");
		page.element("title", "Profile of " + this.report.name());
		page.raw("<style>" + STYLE + "</style>").close();
		page.open("body");
		page.element("a", "Skip to the findings", "class", "skip", "href", "#findings");
		new OverviewSection(this.report).write(page);
		new ColumnSections(this.report.profile()).write(page);
		new RelationSections(this.report.profile()).write(page);
		new ReadingSection(this.report).write(page);
		page.element("footer", "Figures marked ≈ are estimates. " + sampled());
		page.close().close();
		return page.toString();
	}

	private String sampled() {
		if (this.report.profile().sample().whole()) {
			return "Keys, dependencies and likely duplicates were looked for in all rows.";
		}
		return "Keys of two columns, dependencies and likely duplicates were looked for in a sample of %s rows."
			.formatted(Figures.count(this.report.profile().sample().rows()));
	}

	/** Write a table's head. */
	static void head(Markup to, String caption, List<String> columns) {
		to.element("caption", caption);
		to.open("thead").open("tr");
		for (String column : columns) {
			boolean figure = column.startsWith("#");
			if (figure) {
				to.element("th", column.substring(1), "scope", "col", "class", "figure");
			}
			else {
				to.element("th", column, "scope", "col");
			}
		}
		to.close().close();
	}

	private static String style() {
		try (InputStream input = Objects.requireNonNull(ReportPage.class.getResourceAsStream("/reports/profile.css"))) {
			return new String(input.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String digest(String style) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
			return Base64.getEncoder().encodeToString(hash);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
