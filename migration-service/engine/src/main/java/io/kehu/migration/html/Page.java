package io.kehu.migration.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/**
 * The frame of a page of HTML without scripts and without anything from elsewhere, which
 * the strictest content security policy lets through.
 */
public final class Page {

	private static final String STYLE = style();

	private static final String POLICY = "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'"
		.formatted(digest(STYLE));

	private Page() {
	}

	/**
	 * The policy under which a page looks as it should, for the header of a response.
	 */
	public static String contentSecurityPolicy() {
		return POLICY;
	}

	/**
	 * Begin a page.
	 * @param title its title
	 * @param findings id of the part to which a reader may skip
	 * @return the page, its body open
	 */
	public static Markup begin(String title, String findings) {
		Markup page = new Markup();
		page.raw("<!DOCTYPE html>\n").open("html", "lang", "en").open("head");
		page.raw("<meta charset=\"utf-8\"/>\n");
		page.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
		page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
		page.raw("<meta name=\"color-scheme\" content=\"light dark\"/>\n");
		page.element("title", title);
		page.raw("<style>" + STYLE + "</style>").close();
		page.open("body");
		return page.element("a", "Skip to the findings", "class", "skip", "href", "#" + findings);
	}

	/** End a page. */
	public static String end(Markup page) {
		return page.close().close().toString();
	}

	/**
	 * Write a table's head.
	 * @param to where to write
	 * @param caption what the table shows
	 * @param columns its columns; those of figures begin with #
	 */
	public static void head(Markup to, String caption, List<String> columns) {
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
		try (InputStream input = Objects.requireNonNull(Page.class.getResourceAsStream("/reports/profile.css"))) {
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
