package io.kehu.migration.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.thymeleaf.TemplateEngine;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Renders the templates of reports. Pages hold no scripts and load nothing, so that they
 * pass the strictest content security policy. Templates find {@link FigureFormat} as
 * {@code figures} and {@link Charts} as {@code charts}.
 */
public final class ReportTemplates {

	private static final String STYLE = style();

	private static final String POLICY = "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'"
		.formatted(digest(STYLE));

	private static final TemplateEngine ENGINE = engine();

	private ReportTemplates() {
	}

	/** Returns the policy under which a page looks right, for the response header. */
	public static String contentSecurityPolicy() {
		return POLICY;
	}

	/**
	 * Renders a page.
	 * @param template the name of the template
	 * @param model the values that it shows
	 * @return the page as HTML
	 */
	public static String html(String template, Map<String, Object> model) {
		return render(template + ".html", TemplateMode.HTML, model);
	}

	/**
	 * Renders a picture.
	 * @param template the name of the template
	 * @param model the values that it shows
	 * @return the picture as SVG
	 */
	public static String svg(String template, Map<String, Object> model) {
		return render(template + ".svg", TemplateMode.XML, model);
	}

	private static String render(String template, TemplateMode mode, Map<String, Object> model) {
		Map<String, Object> all = new HashMap<>(model);
		all.put("figures", new FigureFormat());
		all.put("charts", new Charts());
		all.put("style", STYLE);
		all.put("policy", POLICY);
		StringWriter written = new StringWriter();
		ENGINE.process(new TemplateSpec(template, mode), new Context(Locale.ROOT, all), new VisibleWriter(written));
		return written.toString();
	}

	private static TemplateEngine engine() {
		ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(ReportTemplates.class.getClassLoader());
		resolver.setPrefix("reports/");
		resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
		TemplateEngine engine = new TemplateEngine();
		engine.setTemplateResolver(resolver);
		return engine;
	}

	private static String style() {
		try (InputStream input = Objects
			.requireNonNull(ReportTemplates.class.getResourceAsStream("/reports/report.css"))) {
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
