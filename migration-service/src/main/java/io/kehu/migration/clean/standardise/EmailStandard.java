package io.kehu.migration.clean.standardise;

import java.net.IDN;
import java.util.Locale;

import com.google.re2j.Pattern;

/**
 * E-mail addresses in small letters, without what mail programs put around them, and with
 * domains in ASCII (RFC 5890).
 */
public record EmailStandard() implements Standard {

	private static final int LONGEST = 254;

	private static final int LONGEST_LOCAL = 64;

	private static final Pattern LOCAL = Pattern
		.compile("[\\pL\\pN!#$%&'*+/=?^_`{|}~-]+(\\.[\\pL\\pN!#$%&'*+/=?^_`{|}~-]+)*");

	private static final Pattern DOMAIN = Pattern
		.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+([a-z]{2,63}|xn--[a-z0-9-]{1,59})");

	@Override
	public Outcome apply(String value) {
		String address = bare(value);
		int at = address.lastIndexOf('@');
		if (at < 1 || at == address.length() - 1 || address.length() > LONGEST || at > LONGEST_LOCAL) {
			return Outcome.problem("no e-mail address");
		}
		String local = address.substring(0, at);
		try {
			String domain = IDN.toASCII(address.substring(at + 1)).toLowerCase(Locale.ROOT);
			return (LOCAL.matches(local) && DOMAIN.matches(domain)) ? Outcome.of(local + "@" + domain)
					: Outcome.problem("no e-mail address");
		}
		catch (IllegalArgumentException ex) {
			return Outcome.problem("no e-mail address");
		}
	}

	private static String bare(String value) {
		String text = TextStandard.clean(value);
		int open = text.lastIndexOf('<');
		int close = text.lastIndexOf('>');
		if (open >= 0 && close > open) {
			text = text.substring(open + 1, close);
		}
		text = text.toLowerCase(Locale.ROOT);
		text = text.startsWith("mailto:") ? text.substring("mailto:".length()) : text;
		int end = text.length();
		while (end > 0 && ".,;".indexOf(text.charAt(end - 1)) >= 0) {
			end--;
		}
		return text.substring(0, end).strip();
	}

}
