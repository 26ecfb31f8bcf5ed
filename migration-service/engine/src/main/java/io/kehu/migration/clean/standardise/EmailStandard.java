package io.kehu.migration.clean.standardise;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.ibm.icu.text.IDNA;
import org.jspecify.annotations.Nullable;

/**
 * E-mail addresses in small letters, without what mail programs put around them, and with
 * domains in ASCII (RFC 5890, UTS 46). Several addresses in one value are a problem.
 */
public record EmailStandard() implements Standard {

	private static final int LONGEST = 254;

	private static final int LONGEST_LOCAL = 64;

	private static final int LONGEST_LABEL = 63;

	private static final String SIGNS = "!#$%&'*+/=?^_`{|}~-";

	private static final Pattern ADDRESS = Pattern.compile("[^\\s<>,;:\"()]+@[^\\s<>,;:\"()]+");

	private static final IDNA DOMAINS = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII);

	@Override
	public Outcome apply(String value) {
		if (hasSeveral(value)) {
			return Outcome.problem("several e-mail addresses");
		}
		String address = bare(value);
		int at = address.lastIndexOf('@');
		if (at < 1 || at == address.length() - 1 || address.length() > LONGEST || at > LONGEST_LOCAL) {
			return Outcome.problem("no e-mail address");
		}
		String local = address.substring(0, at);
		String domain = ascii(address.substring(at + 1));
		return (domain != null && isLocal(local) && isDomain(domain)) ? Outcome.of(local + "@" + domain)
				: Outcome.problem("no e-mail address");
	}

	private static boolean hasSeveral(String value) {
		if (value.indexOf('@') == value.lastIndexOf('@')) {
			return false;
		}
		Set<String> addresses = new HashSet<>();
		for (Matcher matcher = ADDRESS.matcher(value); matcher.find();) {
			addresses.add(matcher.group().toLowerCase(Locale.ROOT));
		}
		return addresses.size() > 1;
	}

	private static @Nullable String ascii(String domain) {
		if (domain.chars().allMatch((symbol) -> symbol <= '~')) {
			return domain;
		}
		IDNA.Info info = new IDNA.Info();
		String ascii = DOMAINS.nameToASCII(domain, new StringBuilder(), info).toString();
		return info.hasErrors() ? null : ascii;
	}

	private static boolean isLocal(String local) {
		char before = '.';
		for (int i = 0; i < local.length(); i++) {
			char symbol = local.charAt(i);
			boolean atom = Character.isLetterOrDigit(symbol) || SIGNS.indexOf(symbol) >= 0;
			if (!atom && (symbol != '.' || before == '.')) {
				return false;
			}
			before = symbol;
		}
		return before != '.';
	}

	private static boolean isDomain(String domain) {
		int start = 0;
		int labels = 0;
		boolean letters = false;
		for (int i = 0; i <= domain.length(); i++) {
			char symbol = (i < domain.length()) ? domain.charAt(i) : '.';
			if (symbol == '.') {
				int length = i - start;
				if (length < 1 || length > LONGEST_LABEL || domain.charAt(start) == '-'
						|| domain.charAt(i - 1) == '-') {
					return false;
				}
				labels++;
				letters = length > 1 && domain.charAt(start) >= 'a';
				start = i + 1;
			}
			else if (symbol != '-' && (symbol < '0' || symbol > '9') && (symbol < 'a' || symbol > 'z')) {
				return false;
			}
		}
		return labels > 1 && letters;
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
