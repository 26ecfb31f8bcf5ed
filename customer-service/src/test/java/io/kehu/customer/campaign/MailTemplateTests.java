package io.kehu.customer.campaign;

import java.util.List;

import io.kehu.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class MailTemplateTests {

	private static final Recipient GRACE = new Recipient("Navy & Co", "Grace", "Hopper");

	@Test
	void fillsInWhatIsKnownOfTheRecipient() {
		MailTemplate template = new MailTemplate(
				"{{#givenName}}Dear {{givenName}}{{/givenName}}{{^givenName}}Hello{{/givenName}} of {{customerName}}");
		assertThat(template.line(GRACE)).isEqualTo("Dear Grace of Navy & Co");
		assertThat(template.line(new Recipient("Navy", null, null))).isEqualTo("Hello of Navy");
		assertThat(new MailTemplate("{{name}}").line(new Recipient("Navy", null, null))).isEqualTo("Navy");
	}

	@Test
	void leadsToItsOwnLinksOnly() {
		MailTemplate template = new MailTemplate(
				"[Look, {{givenName}}](https://a.example/?x=1&y=2) [b](http://b.example)");
		assertThat(template.links()).containsExactly("https://a.example/?x=1&y=2", "http://b.example");
		assertThat(template.text(GRACE, (number) -> "t" + number)).isEqualTo("Look, Grace (t0) b (t1)");
		assertThat(template.html(GRACE, (number) -> "https://k.example/?n=" + number + "&z"))
			.isEqualTo("<a href=\"https://k.example/?n=0&amp;z\">Look, Grace</a> "
					+ "<a href=\"https://k.example/?n=1&amp;z\">b</a>");
	}

	@Test
	void takesValuesAsTextWhateverTheyContain() {
		Recipient attacker = new Recipient("[x](https://evil.example) {{name}} <b>&\"", "<script>alert(1)</script>",
				"{{{x}}}");
		MailTemplate template = new MailTemplate(
				"{{customerName}} {{givenName}} <i> [{{familyName}}](https://a.example)");
		assertThat(template.links()).containsExactly("https://a.example");
		assertThat(template.html(attacker, List.of("https://k.example")::get)).doesNotContain("<script")
			.doesNotContain("<b>")
			.doesNotContain("<i>")
			.doesNotContain("href=\"https://evil")
			.contains("[x](https://evil.example) {{name}} &lt;b&gt;&amp;&quot;");
		assertThat(new MailTemplate("{{givenName}}").line(new Recipient("x", "a\r\nBcc: b@c.example", null)))
			.isEqualTo("a Bcc: b@c.example");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "{{email}}|unknown_variable", "{{{name}}}|unknown_variable", "{{&name}}|unknown_variable",
					"{{>file}}|unknown_variable", "{{=<% %>=}}|unknown_variable", "{{name.class}}|unknown_variable",
					"{{#link0}}x{{/link0}}|unknown_variable", "{{#name}}open|invalid_template",
					"{{name|invalid_template", "[{{#name}}](https://a.example){{/name}}|invalid_template" })
	void refusesWhatItDoesNotKnow(String template, String code) {
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> MailTemplate.check("/steps/0/text", template, true))
			.satisfies((ex) -> {
				assertThat(ex.errors().get(0).code()).isEqualTo(code);
				assertThat(ex.errors().get(0).pointer()).isEqualTo("/steps/0/text");
			});
	}

	@Test
	void hasNoLinksInASubject() {
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> MailTemplate.check("/steps/0/subject", "[a](https://a.example)", false));
		assertThatNoException().isThrownBy(() -> MailTemplate.check("/steps/0/subject", "[a](javascript:x)", false));
	}

}
