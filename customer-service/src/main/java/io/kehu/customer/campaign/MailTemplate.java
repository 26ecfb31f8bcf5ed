package io.kehu.customer.campaign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import io.kehu.platform.problem.ProblemException;

import org.springframework.web.util.HtmlUtils;

/**
 * A template of an e-mail: plain text with variables as in Mustache, such as
 * {@code {{givenName}}}, sections such as {@code {{#givenName}}Dear
 * {{givenName}}{{/givenName}}}, and links as in {@code [label](https://acme.example/)}.
 * Links belong to the template: no value of a variable can become one, or markup.
 */
final class MailTemplate {

	private static final Pattern LINK = Pattern
		.compile("\\[([^\\]\\n]{1,200})]\\((https?://[^\\s(){}<>\"']{1,2000})\\)");

	private static final Pattern TAG = Pattern.compile("\\{\\{.*?}}", Pattern.DOTALL);

	private static final Pattern KNOWN = Pattern
		.compile("\\{\\{\\s*[#^/]?\\s*(" + String.join("|", Recipient.VARIABLES) + ")\\s*}}");

	private final String text;

	private final List<String> links = new ArrayList<>();

	MailTemplate(String template) {
		StringBuilder marked = new StringBuilder();
		Matcher matcher = LINK.matcher(template);
		while (matcher.find()) {
			String name = "link" + this.links.size();
			this.links.add(matcher.group(2));
			matcher.appendReplacement(marked,
					Matcher.quoteReplacement("{{#%1$s}}%2$s{{/%1$s}}".formatted(name, matcher.group(1))));
		}
		this.text = matcher.appendTail(marked).toString();
	}

	/**
	 * Checks a template.
	 * @param linked whether it may contain links
	 * @throws ProblemException 400 if it has an unknown variable, an open section, or a
	 * link where there can be none
	 */
	static void check(String pointer, String template, boolean linked) {
		Matcher tags = TAG.matcher(template);
		while (tags.find()) {
			if (!KNOWN.matcher(tags.group()).matches()) {
				throw ProblemException.invalid(pointer, "unknown_variable",
						"%s is not a variable; there are %s".formatted(tags.group(), Recipient.VARIABLES));
			}
		}
		if (TAG.matcher(template).replaceAll("").contains("{{")) {
			throw ProblemException.invalid(pointer, "invalid_template", "contains {{ without }}");
		}
		MailTemplate parsed = new MailTemplate(template);
		if (!linked && !parsed.links.isEmpty()) {
			throw ProblemException.invalid(pointer, "invalid_value", "can't contain links");
		}
		try {
			parsed.text(Recipient.NONE, parsed.links::get);
		}
		catch (MustacheException ex) {
			throw ProblemException.invalid(pointer, "invalid_template", String.valueOf(ex.getMessage()));
		}
	}

	/** Returns the addresses of the links, in their order. */
	List<String> links() {
		return List.copyOf(this.links);
	}

	/**
	 * Returns the e-mail to a recipient as plain text.
	 * @param address returns the address to use for the link with a number
	 */
	String text(Recipient recipient, IntFunction<String> address) {
		return render(this.text, recipient, false, (number) -> (label) -> label + " (" + address.apply(number) + ")");
	}

	/** Returns the e-mail to a recipient in one line, without links. */
	String line(Recipient recipient) {
		return text(recipient, (number) -> "").replaceAll("\\p{Cntrl}+", " ").strip();
	}

	/** Returns the e-mail to a recipient as HTML, as above. */
	String html(Recipient recipient, IntFunction<String> address) {
		return render(HtmlUtils.htmlEscape(this.text, "UTF-8"), recipient, true,
				(number) -> (label) -> "<a href=\"%s\">%s</a>"
					.formatted(HtmlUtils.htmlEscape(address.apply(number), "UTF-8"), label))
			.replace("\n", "<br>\n");
	}

	private String render(String template, Recipient recipient, boolean html, IntFunction<UnaryOperator<String>> link) {
		Map<String, Object> context = new HashMap<>(recipient.variables());
		for (int i = 0; i < this.links.size(); i++) {
			UnaryOperator<String> linked = link.apply(i);
			context.put("link" + i, (Mustache.Lambda) (label, out) -> out.write(linked.apply(label.execute())));
		}
		return Mustache.compiler().escapeHTML(html).emptyStringIsFalse(true).compile(template).execute(context);
	}

}
